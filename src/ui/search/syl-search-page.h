/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSearchPage:
 *
 * Finds picks, sources and highlights by words, while the reader types. It is kept true by the change feed.
 *
 * Property: `library` (SylLibrary, nullable).
 *
 * Signal `closed`: the reader is done with it, and wants back.
 */
#define SYL_TYPE_SEARCH_PAGE (syl_search_page_get_type ())
G_DECLARE_FINAL_TYPE (SylSearchPage, syl_search_page, SYL, SEARCH_PAGE, AdwBin)

GtkWidget *syl_search_page_new    (SylLibrary    *library);
void       syl_search_page_search (SylSearchPage *self,
                                   const char    *words);
void       syl_search_page_resume (SylSearchPage *self);

G_END_DECLS
