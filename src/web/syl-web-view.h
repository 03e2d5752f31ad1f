/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-web-engine.h"

G_BEGIN_DECLS

#define SYL_TYPE_WEB_VIEW (syl_web_view_get_type ())
G_DECLARE_FINAL_TYPE (SylWebView, syl_web_view, SYL, WEB_VIEW, GtkWidget)

SylWebView *syl_web_view_new                 (SylWebEngine         *engine);

void        syl_web_view_download_started_cb (WebKitNetworkSession *session,
                                              WebKitDownload       *download,
                                              gpointer              user_data);

G_END_DECLS
