/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-autostart.h"

#include "syl-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FILE_NAME SYL_APPLICATION_ID ".Agent.desktop"

/* What every Flatpak has, and nothing else. */
#define SANDBOX_FILE "/.flatpak-info"

/**
 * syl_autostart_is_needed:
 *
 * Returns: whether an entry in the reader’s autostart folder can do what a portal can’t: not in a sandbox,
 *   which doesn’t see that folder
 */
gboolean
syl_autostart_is_needed (void)
{
  return g_access (SANDBOX_FILE, F_OK) != 0;
}

/**
 * syl_autostart_get_command:
 *
 * Returns: (transfer none): what is to be run at login. A sandbox looks programs up in its own folders
 */
const char * const *
syl_autostart_get_command (void)
{
  static const char * const inside[] = { "syllabusctl", "agent", "--stay", NULL };
  static const char * const outside[] = { SYL_BINDIR "/syllabusctl", "agent", "--stay", NULL };

  return syl_autostart_is_needed () ? outside : inside;
}

static GBytes *
make_entry (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = g_strjoinv (" ", (char **) syl_autostart_get_command ());
  gsize length = 0;
  char *text;

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _("Weekly Reminder of Syllabus"));
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, SYL_APPLICATION_ID);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  text = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (text, length);
}

static void
set_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  GBytes *entry = task_data;
  GError *error = NULL;

  if (entry == NULL)
    g_unlink (path);
  else if (g_mkdir_with_parents (folder, 0700) != 0 ||
           !g_file_set_contents_full (path, g_bytes_get_data (entry, NULL), (gssize) g_bytes_get_size (entry),
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error))
    {
      if (error == NULL)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The autostart folder can’t be written to."));
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * syl_autostart_set_async:
 * @enabled: whether the agent is to start at login
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes an entry into the reader’s autostart folder, or takes it away.
 */
void
syl_autostart_set_async (gboolean              enabled,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, syl_autostart_set_async);
  if (enabled)
    g_task_set_task_data (task, make_entry (), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, set_in_thread);
}

/**
 * syl_autostart_set_finish:
 * @result: what the callback got
 * @error: return location for a %G_IO_ERROR or %G_FILE_ERROR; then nothing has changed
 *
 * Returns: %TRUE if it is as it was wanted
 */
gboolean
syl_autostart_set_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
