/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

WebKitWebContext     *syl_web_session_new_context  (void);
WebKitNetworkSession *syl_web_session_new_network  (const char *data_directory,
                                                    const char *cache_directory);
WebKitSettings       *syl_web_session_new_settings (void);

G_END_DECLS
