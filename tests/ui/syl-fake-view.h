/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-page-view.h"

G_BEGIN_DECLS

/* A view that shows what a test says. */
#define SYL_TYPE_FAKE_VIEW (syl_fake_view_get_type ())
G_DECLARE_FINAL_TYPE (SylFakeView, syl_fake_view, SYL, FAKE_VIEW, GtkWidget)

SylFakeView *syl_fake_view_new         (const char         *uri);
void         syl_fake_view_set_uri     (SylFakeView        *self,
                                        const char         *uri);
void         syl_fake_view_redirect    (SylFakeView        *self,
                                        const char         *asked_uri,
                                        const char         *uri);
void         syl_fake_view_set_text    (SylFakeView        *self,
                                        const char         *text);
void         syl_fake_view_set_trouble (SylFakeView        *self,
                                        SylPageTextTrouble  trouble);
void         syl_fake_view_set_loading (SylFakeView        *self,
                                        gboolean            loading);
void         syl_fake_view_select      (SylFakeView        *self,
                                        const char         *words,
                                        unsigned int        page);
void         syl_fake_view_drop_marks  (SylFakeView        *self,
                                        unsigned int        n_dropped);
unsigned int syl_fake_view_count_marks (SylFakeView        *self);
char        *syl_fake_view_dup_shown   (SylFakeView        *self);

G_END_DECLS
