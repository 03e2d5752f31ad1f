/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../core/syl-test.h"
#include "pencil/syl-pencil.h"
#include "syl-fake-view.h"

#define SYL_PENCIL_TEST_URI "https://example.org/1/2"

/* A pick and a view with its main source, real but for the page. */
typedef struct
{
  char *folder;
  SylLibrary *library;
  SylPick *pick;
  SylSource *source;
  GListModel *highlights;
  SylFakeView *view;
  SylPencil *pencil;
} SylPencilTest;

void               syl_pencil_test_set_up        (SylPencilTest *self,
                                                  gconstpointer  data);
void               syl_pencil_test_tear_down     (SylPencilTest *self,
                                                  gconstpointer  data);
void               syl_pencil_test_mark          (SylPencilTest *self,
                                                  const char    *words,
                                                  unsigned int   page);
void               syl_pencil_test_show          (SylPencilTest *self,
                                                  const char    *text);
unsigned int       syl_pencil_test_get_count     (SylPencilTest *self,
                                                  const char    *name);
SylHighlight      *syl_pencil_test_get_highlight (SylPencilTest *self);
SylHighlightStatus syl_pencil_test_get_status    (SylPencilTest *self);
gboolean           syl_pencil_test_is_painted    (gpointer       data);
gboolean           syl_pencil_test_is_lost       (gpointer       data);
gboolean           syl_pencil_test_is_attached   (gpointer       data);
gboolean           syl_pencil_test_is_looked_for (gpointer       data);
gboolean           syl_pencil_test_shows         (GtkWidget     *widget,
                                                  const char    *text);
