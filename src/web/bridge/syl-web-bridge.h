/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <webkit/webkit.h>

#include "syl-page-types.h"
#include "bridge/syl-web-message.h"

G_BEGIN_DECLS

#define SYL_TYPE_WEB_BRIDGE (syl_web_bridge_get_type ())
G_DECLARE_FINAL_TYPE (SylWebBridge, syl_web_bridge, SYL, WEB_BRIDGE, GObject)

SylWebBridge             *syl_web_bridge_new                (void);
WebKitUserContentManager *syl_web_bridge_get_manager        (SylWebBridge       *self);
void                      syl_web_bridge_begin_document     (SylWebBridge       *self,
                                                             gboolean            is_pdf);
void                      syl_web_bridge_end_document       (SylWebBridge       *self);

void                      syl_web_bridge_ask_place          (SylWebBridge       *self,
                                                             unsigned int        request,
                                                             gint64              released);
void                      syl_web_bridge_restore_place      (SylWebBridge       *self,
                                                             const SylPagePlace *place);
void                      syl_web_bridge_find               (SylWebBridge       *self,
                                                             const char         *text,
                                                             gboolean            again,
                                                             gboolean            backwards);
void                      syl_web_bridge_find_finish        (SylWebBridge       *self);
void                      syl_web_bridge_set_zoom           (SylWebBridge       *self,
                                                             double              zoom);
void                      syl_web_bridge_set_marks          (SylWebBridge       *self,
                                                             GPtrArray          *marks);
void                      syl_web_bridge_show_mark          (SylWebBridge       *self,
                                                             unsigned int        index);
void                      syl_web_bridge_show_place         (SylWebBridge       *self,
                                                             unsigned int        start,
                                                             unsigned int        end);
void                      syl_web_bridge_put_caret          (SylWebBridge       *self);
void                      syl_web_bridge_clear_selection    (SylWebBridge       *self);

G_END_DECLS
