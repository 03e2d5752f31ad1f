/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-watch.h"

#define RATE_MS 100

typedef struct
{
  gint64 version;
  gboolean settled;
} Seen;

struct _SylStoreWatch
{
  SylStore *store; /* unowned; it owns the watch */
  GFileMonitor *monitor;
  GCancellable *cancellable;
  char *log_name;       /* the write-ahead log, which every commit grows */
  Seen *seen;           /* rc box; the writer thread's */
  guint pending : 1;
  guint again : 1;
};

static void look (SylStoreWatch *self);

/* The writer's own commits don't count in its data_version: what remains is somebody else's. The
 * first version that is seen may have in it what was stored since the first reads: the next look says
 * that something changed, in any case. */
static gpointer
compare_version (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  Seen *seen = user_data;
  gint64 version;

  if (!syl_connection_query_int64 (connection, "PRAGMA data_version", &version, error))
    return NULL;
  if (seen->version != 0 && (seen->version != version || !seen->settled))
    syl_connection_note_change (connection, SYL_CHANGE_EVERYTHING, 0);
  seen->settled = seen->version != 0;
  seen->version = version;
  return NULL;
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylStoreWatch *self = user_data;

  syl_store_finish (SYL_STORE (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("Looking for another program's changes: %s", error->message);

  self->pending = FALSE;
  if (self->again)
    look (self);
}

static void
look (SylStoreWatch *self)
{
  self->again = self->pending;
  if (self->pending)
    return;

  self->pending = TRUE;
  syl_store_write_async (self->store, compare_version, g_rc_box_acquire (self->seen),
                         g_rc_box_release, NULL, self->cancellable, compared_cb, self);
}

static void
monitor_changed_cb (GFileMonitor      *monitor,
                    GFile             *file,
                    GFile             *other_file,
                    GFileMonitorEvent  event,
                    SylStoreWatch     *self)
{
  g_autofree char *name = g_file_get_basename (file);

  if (event == G_FILE_MONITOR_EVENT_CHANGED && g_str_equal (name, self->log_name))
    look (self);
}

/**
 * syl_store_watch_new:
 * @store: (transfer none): an open store that can write, and outlives the watch
 *
 * Returns: (transfer full): the watch; on the main thread
 */
SylStoreWatch *
syl_store_watch_new (SylStore *store)
{
  SylStoreWatch *self = g_new0 (SylStoreWatch, 1);
  g_autoptr (GFile) file = g_file_new_for_path (syl_store_get_path (store));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);

  self->store = store;
  self->cancellable = g_cancellable_new ();
  self->log_name = g_strconcat (name, "-wal", NULL);
  self->seen = g_rc_box_new0 (Seen);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, RATE_MS);
      g_signal_connect (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
    }
  look (self);
  return self;
}

/**
 * syl_store_watch_free:
 * @self: (transfer full): a watch
 */
void
syl_store_watch_free (SylStoreWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_rc_box_release (self->seen);
  g_free (self->log_name);
  g_free (self);
}
