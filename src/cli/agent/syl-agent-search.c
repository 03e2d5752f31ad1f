/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "agent/syl-agent-search.h"

#include "agent/syl-agent-launch.h"
#include "agent/syl-agent-query.h"
#include "model/syl-library.h"
#include "search/syl-search-id.h"

#define OBJECT_PATH "/io/github/syllabus_app/Syllabus/SearchProvider"

/* Ids of results in one question; the shell asks for as many as it shows. */
#define MAX_IDS 64

/* One letter finds everything, and nothing. */
#define MIN_QUERY_BYTES 2

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

struct _SylAgentSearch
{
  SylAgent *agent;     /* unowned */
  char *path;          /* owned; of the library */
  GHashTable *running; /* who asks → GCancellable of their latest query, owned */
  guint registration;
};

/* One question, until it is answered. */
typedef struct
{
  SylAgentSearch *self;              /* unowned; the agent is held */
  GDBusMethodInvocation *invocation; /* owned until it is answered */
  GCancellable *cancellable;         /* owned */
  char **previous;                   /* owned, nullable: what may be found at all */
} Question;

static Question *
question_new (SylAgentSearch        *self,
              GDBusMethodInvocation *invocation)
{
  Question *question = g_new0 (Question, 1);

  question->self = self;
  question->invocation = invocation;
  question->cancellable = g_cancellable_new ();
  syl_agent_hold (self->agent);
  return question;
}

static void
question_answer (Question *question,
                 GVariant *answer)
{
  g_dbus_method_invocation_return_value (g_steal_pointer (&question->invocation), answer);
  syl_agent_release (question->self->agent);
  g_clear_object (&question->cancellable);
  g_strfreev (question->previous);
  g_free (question);
}

/* Who types on doesn't wait for what was typed before. */
static void
supersede (Question *question)
{
  GHashTable *running = question->self->running;
  const char *sender = g_dbus_method_invocation_get_sender (question->invocation);
  GCancellable *earlier = g_hash_table_lookup (running, sender);

  if (earlier != NULL)
    g_cancellable_cancel (earlier);
  g_hash_table_replace (running, g_strdup (sender), g_object_ref (question->cancellable));
}

static void
forget (Question *question)
{
  GHashTable *running = question->self->running;
  const char *sender = g_dbus_method_invocation_get_sender (question->invocation);

  if (g_hash_table_lookup (running, sender) == question->cancellable)
    g_hash_table_remove (running, sender);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GPtrArray) items = syl_agent_query_finish (result);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < items->len; i++)
    {
      SylSearchItem *item = g_ptr_array_index (items, i);

      if (question->previous == NULL || g_strv_contains ((const char * const *) question->previous, item->id))
        g_variant_builder_add (&ids, "s", item->id);
    }
  forget (question);
  question_answer (question, g_variant_new ("(as)", &ids));
}

static void
find (SylAgentSearch        *self,
      Question              *question,
      char                 **terms)
{
  g_autofree char *text = g_strjoinv (" ", terms);

  supersede (question);
  if (strlen (g_strstrip (text)) < MIN_QUERY_BYTES)
    text[0] = '\0';
  syl_agent_query_find_async (self->path, text, question->cancellable, found_cb, question);
}

static void
get_initial_result_set (SylAgentSearch        *self,
                        GVariant              *arguments,
                        GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) terms = NULL;

  g_variant_get (arguments, "(^as)", &terms);
  find (self, question_new (self, invocation), terms);
}

/* Where the earlier query found all there was, this one finds a part of it; else what came too late for
 * that one may be found now. */
static void
get_subsearch_result_set (SylAgentSearch        *self,
                          GVariant              *arguments,
                          GDBusMethodInvocation *invocation)
{
  Question *question = question_new (self, invocation);
  g_auto (GStrv) terms = NULL;

  g_variant_get (arguments, "(^as^as)", &question->previous, &terms);
  if (g_strv_length (question->previous) >= SYL_SEARCH_MAX_RESULTS)
    g_clear_pointer (&question->previous, g_strfreev);
  find (self, question, terms);
}

static const char *
get_icon_name (SylSearchKind kind)
{
  switch (kind)
    {
    case SYL_SEARCH_SOURCE:
      return "x-office-document";
    case SYL_SEARCH_HIGHLIGHT:
      return "document-edit-symbolic";
    case SYL_SEARCH_PICK:
    default:
      return SYL_APPLICATION_ID;
    }
}

static GVariant *
make_meta (const SylSearchItem *item)
{
  g_autoptr (GIcon) icon = g_themed_icon_new_with_default_fallbacks (get_icon_name (item->kind));
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  g_autofree char *described = g_icon_to_string (icon);
  g_auto (GVariantDict) meta = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&meta, "id", "s", item->id);
  g_variant_dict_insert (&meta, "name", "s", item->title);
  g_variant_dict_insert (&meta, "description", "s", item->description);
  g_variant_dict_insert_value (&meta, "icon", serialized);
  g_variant_dict_insert (&meta, "gicon", "s", described);
  return g_variant_dict_end (&meta);
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GPtrArray) items = syl_agent_query_finish (result);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < items->len; i++)
    g_variant_builder_add_value (&metas, make_meta (g_ptr_array_index (items, i)));
  question_answer (question, g_variant_new ("(aa{sv})", &metas));
}

static void
get_result_metas (SylAgentSearch        *self,
                  GVariant              *arguments,
                  GDBusMethodInvocation *invocation)
{
  Question *question = question_new (self, invocation);
  g_auto (GStrv) ids = NULL;
  gsize n_ids;

  g_variant_get (arguments, "(^as)", &ids);
  n_ids = g_strv_length (ids);
  for (gsize i = MAX_IDS; i < n_ids; i++)
    g_clear_pointer (&ids[i], g_free);
  syl_agent_query_look_up_async (self->path, (const char * const *) ids, question->cancellable, looked_up_cb,
                                 question);
}

static void
open_in_window (SylAgentSearch    *self,
                const SylSearchId *id,
                guint32            timestamp)
{
  switch (id->kind)
    {
    case SYL_SEARCH_SOURCE:
      syl_agent_launch (self->agent, "open-source", g_variant_new ("(ss)", id->key, id->source), timestamp);
      break;
    case SYL_SEARCH_HIGHLIGHT:
      syl_agent_launch (self->agent, "show-highlight", g_variant_new_string (id->key), timestamp);
      break;
    case SYL_SEARCH_PICK:
    default:
      syl_agent_launch (self->agent, "open-pick", g_variant_new_string (id->key), timestamp);
      break;
    }
}

static void
activate_result (SylAgentSearch        *self,
                 GVariant              *arguments,
                 GDBusMethodInvocation *invocation)
{
  g_autoptr (SylSearchId) id = NULL;
  const char *text;
  guint32 timestamp;

  g_variant_get (arguments, "(&s@asu)", &text, NULL, &timestamp);
  id = syl_search_id_parse (text);
  if (id != NULL)
    open_in_window (self, id, timestamp);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
launch_search (SylAgentSearch        *self,
               GVariant              *arguments,
               GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) terms = NULL;
  g_autofree char *text = NULL;
  guint32 timestamp;

  g_variant_get (arguments, "(^asu)", &terms, &timestamp);
  text = g_strjoinv (" ", terms);
  syl_agent_launch (self->agent, "search", g_variant_new_string (text), timestamp);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *arguments,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  static const struct
  {
    const char *name;
    void (*run) (SylAgentSearch *self, GVariant *arguments, GDBusMethodInvocation *invocation);
  } methods[] = {
    { "GetInitialResultSet", get_initial_result_set },
    { "GetSubsearchResultSet", get_subsearch_result_set },
    { "GetResultMetas", get_result_metas },
    { "ActivateResult", activate_result },
    { "LaunchSearch", launch_search },
  };
  SylAgentSearch *self = user_data;

  /* Every question is work, even one that is answered at once. */
  syl_agent_hold (self->agent);
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_str_equal (methods[i].name, method_name))
        methods[i].run (self, arguments, invocation);
    }
  syl_agent_release (self->agent);
}

static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

/**
 * syl_agent_search_new:
 * @agent: an agent that is connected, and outlives the search
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the search, which answers from now on
 */
SylAgentSearch *
syl_agent_search_new (SylAgent  *agent,
                      GError   **error)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *folder = syl_library_dup_data_directory_default ();
  SylAgentSearch *self = g_new0 (SylAgentSearch, 1);

  self->agent = agent;
  self->path = g_build_filename (folder, "library.db", NULL);
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->registration = g_dbus_connection_register_object (syl_agent_get_connection (agent), OBJECT_PATH,
                                                          node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration != 0)
    return self;
  syl_agent_search_free (self);
  return NULL;
}

/**
 * syl_agent_search_free:
 * @self: (transfer full): the search
 */
void
syl_agent_search_free (SylAgentSearch *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (syl_agent_get_connection (self->agent), self->registration);
  g_hash_table_unref (self->running);
  g_free (self->path);
  g_free (self);
}
