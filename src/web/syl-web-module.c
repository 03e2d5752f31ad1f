/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-engine.h"

#include <gmodule.h>

G_MODULE_EXPORT SylPageEngine *syl_page_engine_module_new (const char *data_directory,
                                                           const char *cache_directory);

/**
 * syl_page_engine_module_new:
 * @data_directory: where cookies and storage live; made when the first page is loaded
 * @cache_directory: where the cache lives; made when the first page is loaded
 *
 * What the loader calls; see %SYL_PAGE_ENGINE_MODULE_SYMBOL.
 *
 * Returns: (transfer full): the engine
 */
SylPageEngine *
syl_page_engine_module_new (const char *data_directory,
                            const char *cache_directory)
{
  return SYL_PAGE_ENGINE (syl_web_engine_new (data_directory, cache_directory));
}
