/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-import.h"

#include "lists/syl-list-merge.h"
#include "lists/syl-list-parser.h"
#include "model/syl-library-private.h"

#define BUFFER_BYTES (256 * 1024)

typedef struct
{
  GFile *file;
  gboolean dry_run;
  SylReadingList *list; /* owned; once it is parsed */
  char *digest;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->file);
  g_clear_pointer (&self->list, syl_reading_list_free);
  g_free (self->digest);
  g_free (self);
}

/**
 * syl_list_import_free:
 * @self: (transfer full): what came of an import
 */
void
syl_list_import_free (SylListImport *self)
{
  g_free (self->id);
  g_free (self->title);
  syl_list_changes_free (self->changes);
  g_ptr_array_unref (self->warnings);
  g_clear_pointer (&self->list, syl_reading_list_free);
  g_free (self);
}

/* Stops a little beyond what is taken in, so that the parser can tell that there is more. */
static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (BUFFER_BYTES);
  gssize n_read;

  if (stream == NULL)
    return NULL;
  do
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BUFFER_BYTES, cancellable,
                                    error);
      if (n_read > 0)
        g_byte_array_append (data, (guint8 *) buffer, (guint) n_read);
    }
  while (n_read > 0 && data->len <= SYL_LIST_PARSER_MAX_BYTES);

  return n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Import *import = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_file (import->file, cancellable, &error);

  if (bytes != NULL)
    import->list = syl_list_parser_parse_json (bytes, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  import->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_task_return_boolean (task, TRUE);
}

/* The list is let go of here unless it is wanted: a long one takes a while to free. */
static SylListImport *
make_result (Import         *import,
             SylListChanges *changes)
{
  SylListImport *result = g_new0 (SylListImport, 1);

  result->id = g_strdup (import->list->id);
  result->title = g_strdup (import->list->title);
  result->changes = changes;
  result->warnings = g_ptr_array_ref (import->list->warnings);
  if (import->dry_run)
    result->list = g_steal_pointer (&import->list);
  else
    g_clear_pointer (&import->list, syl_reading_list_free);
  return result;
}

static gpointer
merge (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  Import *import = user_data;
  g_autoptr (SylListChanges) changes = syl_list_changes_new ();
  gboolean done;

  if (import->dry_run)
    done = syl_list_merge_preview (connection, import->list, changes, error);
  else
    done = _syl_library_close_weeks (connection, error) &&
           syl_list_merge (connection, import->list, import->digest, changes, error) &&
           _syl_library_begin_lists (connection, error);
  return done ? make_result (import, g_steal_pointer (&changes)) : NULL;
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SylListImport *import = syl_store_finish (SYL_STORE (object), result, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) syl_list_import_free);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylLibrary *self = SYL_LIBRARY (object);
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (import->dry_run)
    syl_store_read_async (self->store, merge, import, NULL, (GDestroyNotify) syl_list_import_free,
                          g_task_get_cancellable (task), merged_cb, g_object_ref (task));
  else
    syl_store_write_async (self->store, merge, import, NULL, (GDestroyNotify) syl_list_import_free,
                           g_task_get_cancellable (task), merged_cb, g_object_ref (task));
}

/**
 * syl_library_import_async:
 * @self: a library
 * @file: a file in the reading-list format
 * @dry_run: whether to find out only what would change
 * @cancellable: (nullable): stops it, and then nothing has changed
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads and parses the file in a thread, then merges its list in one transaction. A list that the
 * library has already is brought to what the file says, and nothing of the reader's is touched.
 */
void
syl_library_import_async (SylLibrary          *self,
                          GFile               *file,
                          gboolean             dry_run,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) parsing = g_task_new (self, cancellable, parsed_cb, task);
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->dry_run = dry_run;
  g_task_set_source_tag (task, syl_library_import_async);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_set_source_tag (parsing, syl_library_import_async);
  g_task_set_task_data (parsing, import, NULL);
  g_task_run_in_thread (parsing, parse_in_thread);
}

/**
 * syl_library_import_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_LIST_ERROR if the file is no list that can be taken in, a
 *   %G_IO_ERROR if it can't be read, or a %SYL_STORE_ERROR; then nothing has changed
 *
 * Returns: (transfer full) (nullable): what came of it
 */
SylListImport *
syl_library_import_finish (SylLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
