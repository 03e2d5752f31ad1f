/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "lists/syl-list-merge.h"
#include "lists/syl-list-parser.h"

/* A list that comes with the program and that the library does not have like that. */
typedef struct
{
  SylReadingList *list; /* owned */
  char *digest;         /* owned */
} NewList;

typedef struct
{
  char *lists_directory; /* nullable */
  GPtrArray *new_lists;  /* of NewList; once they are found */
  gboolean begun;        /* whether the year of each list has begun */
} Intake;

static void
new_list_free (gpointer data)
{
  NewList *self = data;

  syl_reading_list_free (self->list);
  g_free (self->digest);
  g_free (self);
}

static void
intake_free (gpointer data)
{
  Intake *self = data;

  g_free (self->lists_directory);
  g_ptr_array_unref (self->new_lists);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Paths of the files, in an order that is the same everywhere. */
static GPtrArray *
find_files (const char *lists_directory)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = lists_directory != NULL ? g_dir_open (lists_directory, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      /* In the source tree the schema of the format stands beside the lists. */
      if (g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, ".schema.json"))
        g_ptr_array_add (paths, g_build_filename (lists_directory, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

/* Someone may have imported a later edition than the one that comes along: that one stays. */
static gboolean
has_later_edition (SylConnection         *connection,
                   const SylReadingList  *list,
                   gboolean              *has,
                   GError               **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT 1 FROM list WHERE uri = ?1 AND updated > ?2", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, list->id);
  syl_statement_bind_text (statement, 2, list->updated);
  step = syl_statement_step (statement, error);
  *has = step == SYL_STEP_ROW;
  return step != SYL_STEP_ERROR;
}

static void
add_new_list (Intake         *intake,
              SylReadingList *list,
              const char     *digest)
{
  NewList *new_list = g_new0 (NewList, 1);

  new_list->list = list;
  new_list->digest = g_strdup (digest);
  g_ptr_array_add (intake->new_lists, new_list);
}

/* A file that can't be taken in is passed over: the library opens without it. */
static gboolean
look_into (SylConnection  *connection,
           Intake         *intake,
           const char     *path,
           GBytes         *bytes,
           GError        **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (SylReadingList) list = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean has;

  if (!syl_list_table_has_digest (connection, digest, &has, error))
    return FALSE;
  if (has)
    return TRUE;

  list = syl_list_parser_parse_json (bytes, &failure);
  if (list == NULL)
    {
      g_warning ("%s is not taken in: %s", path, failure->message);
      return TRUE;
    }
  if (!has_later_edition (connection, list, &has, error))
    return FALSE;
  if (!has)
    add_new_list (intake, g_steal_pointer (&list), digest);
  return TRUE;
}

static gboolean
look_at_file (SylConnection  *connection,
              Intake         *intake,
              const char     *path,
              GError        **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &failure))
    {
      g_warning ("A list could not be read: %s", failure->message);
      return TRUE;
    }
  bytes = g_bytes_new_take (contents, length);
  return look_into (connection, intake, path, bytes, error);
}

static gpointer
find_new_lists (SylConnection  *connection,
                gpointer        user_data,
                GError        **error)
{
  Intake *intake = user_data;
  g_autoptr (GPtrArray) paths = find_files (intake->lists_directory);
  gint64 begun;

  for (guint i = 0; i < paths->len; i++)
    {
      if (!look_at_file (connection, intake, g_ptr_array_index (paths, i), error))
        return NULL;
    }
  if (syl_connection_query_int64 (
          connection, "SELECT NOT EXISTS (SELECT 1 FROM list WHERE list_id NOT IN (SELECT list_id FROM plan))", &begun,
          error))
    intake->begun = begun != 0;
  return NULL;
}

static gpointer
merge_new_lists (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  Intake *intake = user_data;

  if (!_syl_library_close_weeks (connection, error))
    return NULL;
  for (guint i = 0; i < intake->new_lists->len; i++)
    {
      NewList *new_list = g_ptr_array_index (intake->new_lists, i);
      g_autoptr (SylListChanges) changes = syl_list_changes_new ();

      if (!syl_list_merge (connection, new_list->list, new_list->digest, changes, error))
        return NULL;
    }
  _syl_library_begin_lists (connection, error);
  return NULL;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylStore *store = SYL_STORE (object);
  Intake *intake = g_task_get_task_data (task);
  GError *error = NULL;

  syl_store_finish (store, result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (intake->begun && intake->new_lists->len == 0)
    g_task_return_pointer (task, NULL, NULL);
  else
    syl_store_write_async (store, merge_new_lists, intake, NULL, NULL, g_task_get_cancellable (task),
                           _syl_library_forward_cb, g_object_ref (task));
}

/* Takes in the lists that come with the program where the library lacks them or has an earlier
 * edition; where nothing is new, nothing is written. */
void
_syl_library_intake_async (SylLibrary          *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Intake *intake = g_new0 (Intake, 1);

  intake->lists_directory = g_strdup (self->lists_directory);
  intake->new_lists = g_ptr_array_new_with_free_func (new_list_free);
  g_task_set_source_tag (task, _syl_library_intake_async);
  g_task_set_task_data (task, intake, intake_free);
  syl_store_read_async (self->store, find_new_lists, intake, NULL, NULL, cancellable, found_cb,
                        task);
}

gboolean
_syl_library_intake_finish (SylLibrary    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GError) failure = NULL;

  g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
