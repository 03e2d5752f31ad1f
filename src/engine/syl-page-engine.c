/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include "syl-page-engine.h"

#include <glib/gi18n.h>
#include <gmodule.h>

G_DEFINE_INTERFACE (SylPageEngine, syl_page_engine, G_TYPE_OBJECT)

typedef struct
{
  char *module_path;
  char *data_directory;
  char *cache_directory;
} Loading;

static void
loading_free (Loading *loading)
{
  g_free (loading->module_path);
  g_free (loading->data_directory);
  g_free (loading->cache_directory);
  g_free (loading);
}

static void
syl_page_engine_default_init (SylPageEngineInterface *iface)
{
}

/**
 * syl_page_engine_create_view:
 * @self: an engine
 *
 * Makes a view. No process is started before it loads a page. On the main thread.
 *
 * Returns: (transfer floating): the view
 */
SylPageView *
syl_page_engine_create_view (SylPageEngine *self)
{
  g_return_val_if_fail (SYL_IS_PAGE_ENGINE (self), NULL);

  return SYL_PAGE_ENGINE_GET_IFACE (self)->create_view (self);
}

static GError *
new_load_error (const char *module_path)
{
  if (!g_file_test (module_path, G_FILE_TEST_EXISTS))
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                _("The part of Syllabus that shows pages is missing. "
                                  "Install Syllabus again."));
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                              _("The part of Syllabus that shows pages could not be started. "
                                "Install Syllabus again."));
}

/* In a worker thread: the linker's work takes longer than a frame. */
static void
open_module (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const char *path = data;
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    {
      g_debug ("%s: %s", path, g_module_error ());
      g_task_return_error (task, new_load_error (path));
      return;
    }
  /* Types of GObject can't be unloaded. */
  g_module_make_resident (module);
  g_task_return_pointer (task, module, NULL);
}

static void
start_engine (GTask   *task,
              GModule *module)
{
  const Loading *loading = g_task_get_task_data (task);
  SylPageEngine *engine = NULL;
  gpointer symbol = NULL;

  if (g_module_symbol (module, SYL_PAGE_ENGINE_MODULE_SYMBOL, &symbol) && symbol != NULL)
    engine = ((SylPageEngineNewFunc) symbol) (loading->data_directory, loading->cache_directory);

  if (engine != NULL)
    g_task_return_pointer (task, engine, g_object_unref);
  else
    g_task_return_error (task, new_load_error (loading->module_path));
}

static void
module_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GModule *module = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    start_engine (task, module);
}

/**
 * syl_page_engine_load_async:
 * @module_path: file name of the module
 * @data_directory: where cookies and storage live; made when the first page is loaded
 * @cache_directory: where the cache lives; made when the first page is loaded
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Loads a page engine without holding up the main thread, on which this must be called. The module
 * takes what it needs of this library from the program, which must export its symbols.
 */
void
syl_page_engine_load_async (const char          *module_path,
                            const char          *data_directory,
                            const char          *cache_directory,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) opening = g_task_new (NULL, cancellable, module_opened_cb, task);
  Loading *loading = g_new0 (Loading, 1);

  loading->module_path = g_strdup (module_path);
  loading->data_directory = g_strdup (data_directory);
  loading->cache_directory = g_strdup (cache_directory);
  g_task_set_source_tag (task, syl_page_engine_load_async);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);

  g_task_set_source_tag (opening, syl_page_engine_load_async);
  g_task_set_task_data (opening, g_strdup (module_path), g_free);
  g_task_run_in_thread (opening, open_module);
}

/**
 * syl_page_engine_load_finish:
 * @result: the result
 * @error: %G_IO_ERROR_NOT_FOUND if the module is missing, %G_IO_ERROR_FAILED if it can't be used,
 *   both with a sentence for the reader; %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the engine, or %NULL with @error set
 */
SylPageEngine *
syl_page_engine_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
