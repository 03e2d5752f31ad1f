/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/syl-agent-watch.h"

/* Who types a note writes many times a minute. */
#define DELAY_SECONDS 1

struct _SylAgentWatch
{
  char *path;             /* owned; of the database */
  char *log_path;         /* owned; every commit grows it */
  char *folder;           /* owned, nullable: what is watched */
  GFileMonitor *monitor;  /* owned, nullable */
  SylAgentWatchFunc func;
  gpointer user_data;
  guint delay_id;
};

static void changed_cb (GFileMonitor      *monitor,
                        GFile             *file,
                        GFile             *other_file,
                        GFileMonitorEvent  event,
                        SylAgentWatch     *self);

/* A folder that isn't there would be looked for every few seconds: the one that it will be made in is
 * watched instead. */
static char *
find_folder (const char *path)
{
  char *folder = g_path_get_dirname (path);

  while (!g_file_test (folder, G_FILE_TEST_IS_DIR) && !g_str_equal (folder, "/"))
    {
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
    }
  return folder;
}

static void
stop (SylAgentWatch *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->folder, g_free);
}

static void
watch_folder (SylAgentWatch *self)
{
  g_autofree char *folder = find_folder (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  if (g_strcmp0 (folder, self->folder) == 0)
    return;
  stop (self);
  self->folder = g_steal_pointer (&folder);
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_cb), self);
}

static void
tell (gpointer user_data)
{
  SylAgentWatch *self = user_data;

  self->delay_id = 0;
  watch_folder (self);
  self->func (self->user_data);
}

/* In a folder above, only what leads to the library matters. */
static void
changed_cb (GFileMonitor      *monitor,
            GFile             *file,
            GFile             *other_file,
            GFileMonitorEvent  event,
            SylAgentWatch     *self)
{
  const char *path = g_file_peek_path (file);
  gsize length = path != NULL ? strlen (path) : 0;
  gboolean leads_there = path != NULL && g_str_has_prefix (self->path, path) &&
                         (self->path[length] == '/' || self->path[length] == '\0');

  if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT &&
      (leads_there || g_strcmp0 (path, self->log_path) == 0) && self->delay_id == 0)
    self->delay_id = g_timeout_add_seconds_once (DELAY_SECONDS, tell, self);
}

/**
 * syl_agent_watch_new:
 * @path: absolute path of the library, which may not be there
 * @func: called when it may have changed
 * @user_data: for @func
 *
 * Returns: (transfer full): a watch
 */
SylAgentWatch *
syl_agent_watch_new (const char        *path,
                     SylAgentWatchFunc  func,
                     gpointer           user_data)
{
  SylAgentWatch *self = g_new0 (SylAgentWatch, 1);

  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  self->func = func;
  self->user_data = user_data;
  watch_folder (self);
  return self;
}

/**
 * syl_agent_watch_free:
 * @self: (transfer full): a watch
 */
void
syl_agent_watch_free (SylAgentWatch *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  stop (self);
  g_free (self->log_path);
  g_free (self->path);
  g_free (self);
}
