/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SylMarkdownView:
 *
 * Shows a Markdown text as wrapping labels that can be selected. With the style class `document`
 * it is set for reading.
 *
 * Property: `text` (string, nullable): Markdown.
 *
 * Signal `activate-link (const char *uri)`, returns gboolean: a link was followed. When no handler
 * returns %TRUE the address is opened in the browser.
 */
#define SYL_TYPE_MARKDOWN_VIEW (syl_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (SylMarkdownView, syl_markdown_view, SYL, MARKDOWN_VIEW, GtkWidget)

GtkWidget  *syl_markdown_view_new      (void);
const char *syl_markdown_view_get_text (SylMarkdownView *self);
void        syl_markdown_view_set_text (SylMarkdownView *self,
                                        const char      *text);

G_END_DECLS
