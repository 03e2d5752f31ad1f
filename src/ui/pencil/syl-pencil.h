/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"
#include "syl-page-view.h"

G_BEGIN_DECLS

/**
 * SylPencilAnswer:
 * @SYL_PENCIL_UNKNOWN: it is not looked for on this page, or was not found yet
 * @SYL_PENCIL_SHOWN: it is painted
 * @SYL_PENCIL_NOT_FOUND: the page has come to rest without it
 *
 * What is known of a highlight on the page that is shown.
 */
typedef enum
{
  SYL_PENCIL_UNKNOWN,
  SYL_PENCIL_SHOWN,
  SYL_PENCIL_NOT_FOUND,
} SylPencilAnswer;

/**
 * SylPencil:
 *
 * Keeps the highlights of a source and the page that shows it together: finds them in the page’s text,
 * has them painted, and makes new ones of what is selected. Main thread; texts are worked on in
 * threads.
 *
 * Properties (readable, notify):
 *  - `n-stored` (uint): highlights of the pick that the library had when they were looked for, 0 before that
 *  - `n-elsewhere` (uint): those that belong to other pages or sources
 *  - `n-attached`, `n-moved`, `n-orphaned` (uint): what became of the others
 *  - `n-missing` (uint): those that got lost on the way, and of which nothing else is said. Each number is
 *     counted where it is known: `n-stored` in the library, what is painted in the view
 *  - `annotatable` (boolean): whether what is selected in the page can be marked
 *
 * Signals:
 *  - `marked (const char *uuid, const GdkRectangle *place)`: a new highlight is stored; where in the view
 *     a note is to be written on it, %NULL if none is wanted or another page has come
 *  - `failed (GError *error)`: what the reader asked for could not be done
 */
#define SYL_TYPE_PENCIL (syl_pencil_get_type ())
G_DECLARE_FINAL_TYPE (SylPencil, syl_pencil, SYL, PENCIL, GObject)

SylPencil *syl_pencil_new            (SylLibrary  *library,
                                      SylPageView *view);
void       syl_pencil_set_source     (SylPencil   *self,
                                      SylSource   *source,
                                      GListModel  *highlights);
gboolean   syl_pencil_is_on_page     (SylPencil    *self,
                                      SylHighlight *highlight);
SylPageTextTrouble syl_pencil_get_trouble (SylPencil *self);
SylPencilAnswer syl_pencil_get_answer (SylPencil   *self,
                                       const char  *uuid);
void       syl_pencil_learn_address  (SylPencil   *self,
                                      const char  *from,
                                      const char  *to);
char      *syl_pencil_dup_origin     (SylPencil   *self);
char      *syl_pencil_dup_summary    (SylPencil   *self);
gboolean   syl_pencil_has_selection  (SylPencil   *self);
gboolean   syl_pencil_mark           (SylPencil   *self,
                                      unsigned int meaning,
                                      gboolean     with_note);
gboolean   syl_pencil_reattach       (SylPencil   *self,
                                      const char  *uuid);
const char *syl_pencil_get_words_now (SylPencil    *self,
                                      SylHighlight *highlight);
gboolean   syl_pencil_keep_place     (SylPencil    *self,
                                      SylHighlight *highlight);
void       syl_pencil_show_last_place (SylPencil   *self,
                                      SylHighlight *highlight);

G_END_DECLS
