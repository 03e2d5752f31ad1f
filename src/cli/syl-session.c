/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "syl-session.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "syl-command.h"

struct _SylSession
{
  SylLibrary *library;  /* owned */
  GAsyncResult *result; /* owned; of the present call, once it is there */
  gboolean open;
};

/**
 * syl_session_new:
 *
 * Returns: (transfer full): a session whose library is not open yet
 */
SylSession *
syl_session_new (void)
{
  SylSession *self = g_new0 (SylSession, 1);
  g_autofree char *data_directory = syl_library_dup_data_directory_default ();
  const char *lists_directory = g_getenv ("SYLLABUS_LISTS_DIR");

  if (lists_directory == NULL || *lists_directory == '\0')
    lists_directory = SYL_PKGDATADIR "/lists";
  self->library = syl_library_new (data_directory, lists_directory);
  return self;
}

/**
 * syl_session_free:
 * @self: (transfer full): a session, whose library is closed
 */
void
syl_session_free (SylSession *self)
{
  if (self->open)
    {
      g_autoptr (GAsyncResult) result = NULL;

      syl_library_close_async (self->library, syl_session_ready_cb, self);
      result = syl_session_wait (self);
      syl_library_close_finish (self->library, result, NULL);
    }
  g_object_unref (self->library);
  g_free (self);
}

/**
 * syl_session_ready_cb:
 * @object: what was asked
 * @result: what it answers
 * @user_data: the session
 *
 * The callback of every call that syl_session_wait() waits for.
 */
void
syl_session_ready_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  SylSession *self = user_data;

  self->result = g_object_ref (result);
}

/**
 * syl_session_wait:
 * @self: a session with one call under way
 *
 * Returns: (transfer full): its answer
 */
GAsyncResult *
syl_session_wait (SylSession *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&self->result);
}

/**
 * syl_session_open:
 * @self: a session
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Opens the library; if there is none yet, it is made, with the lists that come along.
 *
 * Returns: %TRUE if it is open
 */
gboolean
syl_session_open (SylSession  *self,
                  GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_open_async (self->library, NULL, syl_session_ready_cb, self);
  result = syl_session_wait (self);
  self->open = syl_library_open_finish (self->library, result, error);
  return self->open;
}

/**
 * syl_session_get_library:
 * @self: a session
 *
 * Returns: (transfer none): its library
 */
SylLibrary *
syl_session_get_library (SylSession *self)
{
  return self->library;
}

/**
 * syl_session_read:
 * @self: an open session
 * @func: a query, for one of the library's threads
 * @data: for @func
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
syl_session_read (SylSession    *self,
                  SylStoreFunc   func,
                  gpointer       data,
                  GError       **error)
{
  SylStore *store = syl_library_get_store (self->library);
  g_autoptr (GAsyncResult) result = NULL;

  syl_store_read_async (store, func, data, NULL, NULL, NULL, syl_session_ready_cb, self);
  result = syl_session_wait (self);
  return syl_store_finish (store, result, error);
}

static gpointer
read_picks (SylConnection  *connection,
            gpointer        data,
            GError        **error)
{
  return syl_pick_records_read (connection, data, error);
}

/**
 * syl_session_read_picks:
 * @self: an open session
 * @query: which picks; its day is set to today
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylPickRecord): the picks
 */
GPtrArray *
syl_session_read_picks (SylSession          *self,
                        const SylPickQuery  *query,
                        GError             **error)
{
  SylPickQuery today = *query;

  syl_local_time_get_today (&today.today);
  return syl_session_read (self, read_picks, &today, error);
}

/**
 * syl_session_load_year:
 * @self: an open session
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the year of the list that is selected
 */
SylYear *
syl_session_load_year (SylSession  *self,
                       GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_load_year_async (self->library, NULL, NULL, syl_session_ready_cb, self);
  result = syl_session_wait (self);
  return syl_library_load_year_finish (self->library, result, error);
}

/**
 * syl_session_export_year:
 * @self: an open session
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): all of the year of the list that is selected, as JSON
 */
char *
syl_session_export_year (SylSession  *self,
                         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_export_year_async (self->library, NULL, syl_session_ready_cb, self);
  result = syl_session_wait (self);
  return syl_library_export_year_finish (self->library, result, error);
}

/**
 * syl_session_find_pick:
 * @self: an open session
 * @list: (nullable): id of the list the pick is in, for an id that several lists have
 * @slug: id of the pick within its list
 * @error: return location for a %SYL_STORE_ERROR, or for a %G_IO_ERROR_NOT_FOUND with a sentence
 *   for the reader if not exactly one pick is meant
 *
 * Looks the pick up; its list is the one the library shows from then on.
 *
 * Returns: (transfer full) (nullable): the pick
 */
SylPickRecord *
syl_session_find_pick (SylSession  *self,
                       const char  *list,
                       const char  *slug,
                       GError     **error)
{
  SylPickQuery query = { .list = (char *) list, .slug = (char *) slug, .state = -1 };
  g_autoptr (GPtrArray) picks = syl_session_read_picks (self, &query, error);

  if (picks == NULL)
    return NULL;
  if (picks->len != 1)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   picks->len == 0 ? _("There is no pick “%s”.")
                                   : _("Several lists have a pick “%s”: choose one of them with --list."),
                   slug);
      return NULL;
    }
  if (!syl_session_select_list (self, ((SylPickRecord *) g_ptr_array_index (picks, 0))->list, error))
    return NULL;
  return g_ptr_array_steal_index (picks, 0);
}

static gboolean
is_selected (SylSession *self,
             const char *list)
{
  SylList *selected = syl_library_get_list (self->library);

  return selected != NULL && g_str_equal (syl_list_get_uri (selected), list);
}

static gboolean
has_list (SylSession *self,
          const char *uri)
{
  GListModel *lists = syl_library_get_lists (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (SylList) list = g_list_model_get_item (lists, i);

      if (g_str_equal (syl_list_get_uri (list), uri))
        return TRUE;
    }
  return FALSE;
}

/**
 * syl_session_select_list:
 * @self: an open session
 * @list: (nullable): id of a list; %NULL for the one that is selected
 * @error: return location for a %G_IO_ERROR_NOT_FOUND with a sentence for the reader
 *
 * Returns: %TRUE if the library shows that list
 */
gboolean
syl_session_select_list (SylSession  *self,
                         const char  *list,
                         GError     **error)
{
  if (list == NULL)
    return TRUE;
  if (!has_list (self, list))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such list."));
      return FALSE;
    }

  syl_library_select_list (self->library, list);
  while (!is_selected (self, list))
    g_main_context_iteration (NULL, TRUE);
  return TRUE;
}

static char *
describe (SylSession   *self,
          const GError *error)
{
  g_autofree char *path = g_build_filename (syl_library_get_data_directory (self->library),
                                            "library.db", NULL);
  g_autofree char *name = g_filename_display_name (path);

  switch ((SylStoreError) error->code)
    {
    case SYL_STORE_ERROR_BUSY:
      return g_strdup (_("The library is in use by another program; try again in a moment."));
    case SYL_STORE_ERROR_FULL:
      return g_strdup (_("The disk is full; nothing was changed."));
    case SYL_STORE_ERROR_CORRUPT:
      return g_strdup_printf (_("The library %s is damaged; it was left as it is."), name);
    case SYL_STORE_ERROR_READONLY:
      return g_strdup_printf (_("The library %s can’t be written."), name);
    case SYL_STORE_ERROR_TOO_NEW:
      return g_strdup_printf (_("The library %s was made by a newer version of Syllabus."), name);
    case SYL_STORE_ERROR_FAILED:
    case SYL_STORE_ERROR_CONSTRAINT:
    case SYL_STORE_ERROR_NOT_FOUND:
    case SYL_STORE_ERROR_CLOSED:
    default:
      g_debug ("%s", error->message);
      return g_strdup_printf (_("The library %s could not be used."), name);
    }
}

/**
 * syl_session_fail:
 * @self: a session
 * @error: an error
 *
 * Says in one line what went wrong.
 *
 * Returns: the exit status for that
 */
int
syl_session_fail (SylSession   *self,
                  const GError *error)
{
  g_autofree char *message = NULL;

  if (error->domain == SYL_STORE_ERROR)
    message = describe (self, error);
  else
    message = g_strdup (error->message);
  return syl_command_fail (g_strdelimit (message, "\n", ' '));
}
