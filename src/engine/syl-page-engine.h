/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-page-view.h"

G_BEGIN_DECLS

#define SYL_TYPE_PAGE_ENGINE (syl_page_engine_get_type ())
G_DECLARE_INTERFACE (SylPageEngine, syl_page_engine, SYL, PAGE_ENGINE, GObject)

/**
 * SylPageEngineInterface:
 * @create_view: see syl_page_engine_create_view()
 *
 * A loaded page engine: it owns the network session, and makes views.
 */
struct _SylPageEngineInterface
{
  GTypeInterface parent_iface;

  SylPageView *(*create_view) (SylPageEngine *self);
};

/**
 * SYL_PAGE_ENGINE_MODULE_SYMBOL:
 *
 * Name of the function a page-engine module exports; of type #SylPageEngineNewFunc.
 */
#define SYL_PAGE_ENGINE_MODULE_SYMBOL "syl_page_engine_module_new"

/**
 * SylPageEngineNewFunc:
 * @data_directory: where cookies and storage live; made if it is missing
 * @cache_directory: where the cache lives; made if it is missing
 *
 * Returns: (transfer full): the engine; called on the main thread
 */
typedef SylPageEngine *(*SylPageEngineNewFunc) (const char *data_directory,
                                                const char *cache_directory);

SylPageView   *syl_page_engine_create_view (SylPageEngine       *self);

void           syl_page_engine_load_async  (const char          *module_path,
                                            const char          *data_directory,
                                            const char          *cache_directory,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
SylPageEngine *syl_page_engine_load_finish (GAsyncResult        *result,
                                            GError             **error);

G_END_DECLS
