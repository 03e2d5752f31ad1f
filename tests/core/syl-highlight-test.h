/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-test.h"

G_BEGIN_DECLS

/* What tests of highlights share: a library with one list, and a pick of it. The calls below wait for
 * their answers. */
typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
  SylPick *pick;
  SylSource *source;
  GListModel *model; /* highlights of the pick, loaded */
} SylHighlightTest;

void          syl_highlight_test_set_up         (SylHighlightTest          *self,
                                                 gconstpointer              data);
void          syl_highlight_test_tear_down      (SylHighlightTest          *self,
                                                 gconstpointer              data);
void          syl_highlight_test_open           (SylHighlightTest          *self);
void          syl_highlight_test_close          (SylHighlightTest          *self);
void          syl_highlight_test_reopen         (SylHighlightTest          *self);

SylHighlightDraft syl_highlight_test_make_draft (const char                *quote,
                                                 unsigned int               position);
char         *syl_highlight_test_add            (SylHighlightTest          *self,
                                                 const char                *quote,
                                                 unsigned int               position);
SylHighlight *syl_highlight_test_get            (GListModel                *model,
                                                 const char                *uuid);
void          syl_highlight_test_wait_until_loaded (GListModel             *model);
void          syl_highlight_test_wait_for_count (GListModel                *model,
                                                 unsigned int               n);
void          syl_highlight_test_wait_for_note  (SylHighlight              *highlight,
                                                 const char                *note);

char         *syl_highlight_test_add_draft      (SylHighlightTest          *self,
                                                 const SylHighlightDraft   *draft,
                                                 GError                   **error);
SylHighlight *syl_highlight_test_find           (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_set_meaning    (SylLibrary                *library,
                                                 const char                *uuid,
                                                 unsigned int               meaning,
                                                 GError                   **error);
gboolean      syl_highlight_test_set_note       (SylLibrary                *library,
                                                 const char                *uuid,
                                                 const char                *note,
                                                 GError                   **error);
gboolean      syl_highlight_test_delete         (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_restore        (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_remove         (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_restore_note   (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_remove_note    (SylLibrary                *library,
                                                 const char                *uuid,
                                                 GError                   **error);
gboolean      syl_highlight_test_reattach       (SylLibrary                *library,
                                                 const char                *uuid,
                                                 SylSource                 *source,
                                                 const SylHighlightDraft   *draft,
                                                 GError                   **error);
gboolean      syl_highlight_test_set_places     (SylLibrary                *library,
                                                 const SylHighlightPlace   *places,
                                                 gsize                      n_places,
                                                 GError                   **error);
gboolean      syl_highlight_test_undo           (SylLibrary                *library,
                                                 GError                   **error);
gboolean      syl_highlight_test_redo           (SylLibrary                *library,
                                                 GError                   **error);
gboolean      syl_highlight_test_set_name       (SylLibrary                *library,
                                                 unsigned int               meaning,
                                                 const char                *name,
                                                 GError                   **error);
gboolean      syl_highlight_test_write          (SylLibrary                *library,
                                                 SylPick                   *pick,
                                                 const char                *note,
                                                 GError                   **error);
char         *syl_highlight_test_read           (SylLibrary                *library,
                                                 SylPick                   *pick);
char         *syl_highlight_test_export_pick    (SylLibrary                *library,
                                                 SylPick                   *pick);
char         *syl_highlight_test_export_all     (SylLibrary                *library);

gint64        syl_highlight_test_query          (SylLibrary                *library,
                                                 const char                *sql);
void          syl_highlight_test_execute        (SylLibrary                *library,
                                                 const char                *sql);
gint64        syl_highlight_test_count_writes   (SylLibrary                *library);

G_END_DECLS
