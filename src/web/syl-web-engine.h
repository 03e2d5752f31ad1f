/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <webkit/webkit.h>

#include "syl-page-engine.h"

G_BEGIN_DECLS

#define SYL_TYPE_WEB_ENGINE (syl_web_engine_get_type ())
G_DECLARE_FINAL_TYPE (SylWebEngine, syl_web_engine, SYL, WEB_ENGINE, GObject)

SylWebEngine         *syl_web_engine_new               (const char   *data_directory,
                                                        const char   *cache_directory);
WebKitWebContext     *syl_web_engine_get_context       (SylWebEngine *self);
WebKitNetworkSession *syl_web_engine_get_session       (SylWebEngine *self);
gboolean              syl_web_engine_is_plain_host     (SylWebEngine *self,
                                                        const char   *uri);
void                  syl_web_engine_add_plain_host    (SylWebEngine *self,
                                                        const char   *uri);

G_END_DECLS
