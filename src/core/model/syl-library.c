/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library.h"

#include "model/syl-library-private.h"

typedef enum
{
  PROP_LIST = 1,
  PROP_N_PICKS,
  PROP_N_READING,
  PROP_N_READ,
  PROP_N_SKIPPED,
  PROP_N_HIGHLIGHTS,
  PROP_N_QUESTIONS,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MEANING_NAMES,
} SylLibraryProps;

static GParamSpec *properties[PROP_MEANING_NAMES + 1];

enum
{
  CHANGED,
  SESSIONS_DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylLibrary, syl_library, G_TYPE_OBJECT)

static void
syl_library_finalize (GObject *object)
{
  SylLibrary *self = SYL_LIBRARY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->opening);
  g_hash_table_unref (self->picks);
  g_hash_table_unref (self->highlights);
  g_clear_pointer (&self->card_highlights, g_hash_table_unref);
  syl_highlight_history_unref (self->history);
  for (unsigned int i = 0; i < SYL_HIGHLIGHT_N_MEANINGS; i++)
    g_free (self->meaning_names[i]);
  g_clear_object (&self->lists);
  g_clear_object (&self->sections);
  g_clear_object (&self->list);
  g_free (self->list_uri);
  g_free (self->data_directory);
  g_free (self->lists_directory);

  G_OBJECT_CLASS (syl_library_parent_class)->finalize (object);
}

static void
syl_library_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SylLibrary *self = SYL_LIBRARY (object);

  switch ((SylLibraryProps) property_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_N_PICKS:
      g_value_set_uint (value, self->n_picks);
      break;
    case PROP_N_READING:
      g_value_set_uint (value, self->n_reading);
      break;
    case PROP_N_READ:
      g_value_set_uint (value, self->n_read);
      break;
    case PROP_N_SKIPPED:
      g_value_set_uint (value, self->n_skipped);
      break;
    case PROP_N_HIGHLIGHTS:
      g_value_set_uint (value, self->n_highlights);
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, self->n_questions);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, syl_library_get_read_only (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_MEANING_NAMES:
      g_value_take_boxed (value, _syl_library_dup_meaning_names (self));
      break;
    }
}

static GParamSpec *
uint_property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
syl_library_class_init (SylLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = syl_library_finalize;
  object_class->get_property = syl_library_get_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, SYL_TYPE_LIST,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PICKS] = uint_property ("n-picks");
  properties[PROP_N_READING] = uint_property ("n-reading");
  properties[PROP_N_READ] = uint_property ("n-read");
  properties[PROP_N_SKIPPED] = uint_property ("n-skipped");
  properties[PROP_N_HIGHLIGHTS] = uint_property ("n-highlights");
  properties[PROP_N_QUESTIONS] = uint_property ("n-questions");
  properties[PROP_READ_ONLY] = boolean_property ("read-only");
  properties[PROP_CAN_UNDO] = boolean_property ("can-undo");
  properties[PROP_CAN_REDO] = boolean_property ("can-redo");
  properties[PROP_MEANING_NAMES] = g_param_spec_boxed ("meaning-names", NULL, NULL, G_TYPE_STRV,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SESSIONS_DELETED] = g_signal_new ("sessions-deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
syl_library_init (SylLibrary *self)
{
  self->picks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->highlights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->history = syl_highlight_history_new ();
  self->lists = g_list_store_new (SYL_TYPE_LIST);
  self->sections = g_list_store_new (SYL_TYPE_SECTION);
}

/**
 * syl_library_dup_data_directory_default:
 *
 * Returns: (transfer full): where a reader's library lives: `SYLLABUS_DATA_DIR`, or the folder
 *   "syllabus" in the user's data folder
 */
char *
syl_library_dup_data_directory_default (void)
{
  const char *override = g_getenv ("SYLLABUS_DATA_DIR");

  if (override != NULL && override[0] != '\0')
    return g_canonicalize_filename (override, NULL);
  return g_build_filename (g_get_user_data_dir (), "syllabus", NULL);
}

/**
 * syl_library_new:
 * @data_directory: folder of the database; made if it is missing
 * @lists_directory: (nullable): folder of the lists that come with the program
 *
 * Returns: (transfer full): a library that is not open yet, and so is empty
 */
SylLibrary *
syl_library_new (const char *data_directory,
                 const char *lists_directory)
{
  SylLibrary *self = g_object_new (SYL_TYPE_LIBRARY, NULL);
  g_autofree char *path = g_build_filename (data_directory, "library.db", NULL);

  self->data_directory = g_strdup (data_directory);
  self->lists_directory = g_strdup (lists_directory);
  self->store = syl_store_new (path);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (_syl_library_take_changes), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gint64
_syl_library_get_list_id (SylLibrary *self)
{
  return self->list != NULL ? syl_list_get_id (self->list) : 0;
}

void
_syl_library_forward_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer value = syl_store_finish (SYL_STORE (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, NULL);
}

/**
 * syl_library_get_data_directory:
 * @self: a library
 *
 * Returns: (transfer none): the folder of the database
 */
const char *
syl_library_get_data_directory (SylLibrary *self)
{
  return self->data_directory;
}

/**
 * syl_library_get_open:
 * @self: a library
 *
 * Returns: whether it is open, with all that is in it
 */
gboolean
syl_library_get_open (SylLibrary *self)
{
  return self->is_open && syl_store_is_open (self->store);
}

/**
 * syl_library_get_read_only:
 * @self: a library
 *
 * Returns: whether every edit is refused, because the database can't be written
 */
gboolean
syl_library_get_read_only (SylLibrary *self)
{
  return syl_store_is_read_only (self->store);
}

/**
 * syl_library_get_store:
 * @self: a library
 *
 * Returns: (transfer none): the store below; for what the library has no verb for
 */
SylStore *
syl_library_get_store (SylLibrary *self)
{
  return self->store;
}

/**
 * syl_library_get_lists:
 * @self: a library
 *
 * Returns: (transfer none) (element-type SylList): all lists
 */
GListModel *
syl_library_get_lists (SylLibrary *self)
{
  return G_LIST_MODEL (self->lists);
}

/**
 * syl_library_get_list:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the list whose picks are shown
 */
SylList *
syl_library_get_list (SylLibrary *self)
{
  return self->list;
}

/**
 * syl_library_get_sections:
 * @self: a library
 *
 * Returns: (transfer none) (element-type SylSection): sections of the list that is shown
 */
GListModel *
syl_library_get_sections (SylLibrary *self)
{
  return G_LIST_MODEL (self->sections);
}

/**
 * syl_library_get_n_picks:
 * @self: a library
 *
 * Returns: how many picks the list has, without extras
 */
unsigned int
syl_library_get_n_picks (SylLibrary *self)
{
  return self->n_picks;
}

/**
 * syl_library_get_n_reading:
 * @self: a library
 *
 * Returns: how many of them are being read
 */
unsigned int
syl_library_get_n_reading (SylLibrary *self)
{
  return self->n_reading;
}

/**
 * syl_library_get_n_read:
 * @self: a library
 *
 * Returns: how many of them are read
 */
unsigned int
syl_library_get_n_read (SylLibrary *self)
{
  return self->n_read;
}

/**
 * syl_library_get_n_skipped:
 * @self: a library
 *
 * Returns: how many of them are skipped
 */
unsigned int
syl_library_get_n_skipped (SylLibrary *self)
{
  return self->n_skipped;
}

/**
 * syl_library_select_list:
 * @self: a library
 * @list_uri: (nullable): id of the list to show; the first one where it is missing
 *
 * Sections and counts follow when they are read; models made before keep their list.
 */
void
syl_library_select_list (SylLibrary *self,
                         const char *list_uri)
{
  if (!g_set_str (&self->list_uri, list_uri) || !syl_store_is_open (self->store))
    return;

  _syl_library_refresh (self);
}
