/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define SYL_TYPE_WEB_HISTORY (syl_web_history_get_type ())
G_DECLARE_FINAL_TYPE (SylWebHistory, syl_web_history, SYL, WEB_HISTORY, GObject)

SylWebHistory *syl_web_history_new            (WebKitWebView *view);
void           syl_web_history_begin          (SylWebHistory *self);
gboolean       syl_web_history_can_go_back    (SylWebHistory *self);
gboolean       syl_web_history_can_go_forward (SylWebHistory *self);
gboolean       syl_web_history_contains       (SylWebHistory *self,
                                               const char    *uri);

G_END_DECLS
