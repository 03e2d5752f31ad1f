/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-highlight-record.h"
#include "syl-output.h"
#include "syl-session.h"
#include "tables/syl-highlight-table.h"

static gpointer
list_highlights (SylConnection  *connection,
                 gpointer        data,
                 GError        **error)
{
  return syl_highlight_table_list (connection, data, error);
}

static void
print_json (GPtrArray *highlights)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < highlights->len; i++)
    g_ptr_array_add (objects, syl_highlight_record_to_json (g_ptr_array_index (highlights, i)));
  syl_output_json_array (objects);
}

static void
print_plain (GPtrArray *highlights)
{
  for (guint i = 0; i < highlights->len; i++)
    {
      const SylHighlightFacts *facts = g_ptr_array_index (highlights, i);
      g_autofree char *head = NULL;

      head = g_strdup_printf ("%s%s · %s · %s", i > 0 ? "\n" : "", facts->pick_title,
                              syl_highlight_record_get_meaning (facts),
                              syl_highlight_status_to_string (facts->status));
      syl_output_text (head);
      syl_output_text (facts->quote);
      if (facts->note[0] != '\0')
        syl_output_text (facts->note);
    }
}

static int
print_listed (SylSession        *session,
              SylHighlightQuery *query,
              gboolean           json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) highlights = syl_session_read (session, list_highlights, query, &error);

  if (highlights == NULL)
    return syl_session_fail (session, error);
  if (json)
    print_json (highlights);
  else
    print_plain (highlights);
  return SYL_EXIT_DONE;
}

static char *
export_pick (SylSession  *session,
             const char  *slug,
             GError     **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) exported = NULL;
  g_autoptr (SylPick) pick = NULL;

  syl_library_find_pick_async (library, slug, NULL, syl_session_ready_cb, session);
  found = syl_session_wait (session);
  pick = syl_library_find_pick_finish (library, found, error);
  if (pick == NULL)
    return NULL;
  syl_library_export_pick_async (library, pick, NULL, syl_session_ready_cb, session);
  exported = syl_session_wait (session);
  return syl_library_export_pick_finish (library, exported, error);
}

static char *
export_list (SylSession  *session,
             const char  *list,
             GError     **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GAsyncResult) exported = NULL;

  if (!syl_session_select_list (session, list, error))
    return NULL;
  syl_library_export_notes_async (library, NULL, syl_session_ready_cb, session);
  exported = syl_session_wait (session);
  return syl_library_export_notes_finish (library, exported, error);
}

/* One after another; those without notes are passed over. */
static char *
export_lists (SylSession  *session,
              GError     **error)
{
  GListModel *lists = syl_library_get_lists (syl_session_get_library (session));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (SylList) list = g_list_model_get_item (lists, i);
      g_autofree char *text = export_list (session, syl_list_get_uri (list), error);

      if (text == NULL)
        return NULL;
      g_string_append_printf (all, "%s%s", text[0] != '\0' && all->len > 0 ? "\n" : "", text);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static int
print_markdown (SylSession *session,
                const char *list,
                const char *slug)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (slug != NULL)
    text = export_pick (session, slug, &error);
  else
    text = list != NULL ? export_list (session, list, &error) : export_lists (session, &error);
  if (text == NULL)
    return syl_session_fail (session, error);
  if (text[0] != '\0')
    syl_output_text (g_strchomp (text));
  return SYL_EXIT_DONE;
}

/* Finds out what is asked for; it is in the list that the library shows from then on. */
static gboolean
narrow (SylSession         *session,
        const char         *list,
        const char         *slug,
        SylHighlightQuery  *query,
        GError            **error)
{
  g_autoptr (SylPickRecord) pick = NULL;

  if (slug != NULL)
    {
      pick = syl_session_find_pick (session, list, slug, error);
      query->pick_id = pick != NULL ? pick->id : 0;
      return pick != NULL;
    }
  if (!syl_session_select_list (session, list, error))
    return FALSE;
  if (list != NULL)
    query->list_id = syl_list_get_id (syl_library_get_list (syl_session_get_library (session)));
  return TRUE;
}

int
syl_command_highlights (const SylCommand *self,
                        int               argc,
                        char             *argv[])
{
  g_autofree char *list = NULL;
  gboolean json = FALSE;
  gboolean markdown = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("Only highlights of this list"), N_("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "markdown", 0, 0, G_OPTION_ARG_NONE, &markdown, N_("Print Markdown, with the notes on picks"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (GError) error = NULL;
  SylHighlightQuery query = { 0, };
  const char *slug;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (json && markdown)
    return syl_command_misuse (self, _("--json and --markdown exclude each other."));

  slug = argc > 1 ? argv[1] : NULL;
  session = syl_session_new ();
  if (!syl_session_open (session, &error) || !narrow (session, list, slug, &query, &error))
    return syl_session_fail (session, error);
  return markdown ? print_markdown (session, list, slug) : print_listed (session, &query, json);
}
