/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-emptied-note.h"
#include "model/syl-highlight.h"
#include "model/syl-pick.h"
#include "model/syl-source.h"

G_BEGIN_DECLS

typedef struct _SylLibrary SylLibrary;

/**
 * SYL_HIGHLIGHT_N_MEANINGS:
 *
 * How many meanings a highlight can have, counted from 0.
 */
#define SYL_HIGHLIGHT_N_MEANINGS 4

/**
 * SylHighlightDraft:
 * @uri: address of the page, a web address
 * @quote: the marked text, at most 32 kB
 * @selectors: JSON, one selector or several, by which it is found again, at most 64 kB
 * @page: page of a PDF, from 1; 0 if there is none
 * @position: where in the page, in code points
 * @meaning: 0 to 3
 * @note: (nullable): Markdown, at most 1 MB
 *
 * A highlight to be.
 */
typedef struct
{
  const char *uri;
  const char *quote;
  const char *selectors;
  unsigned int page;
  unsigned int position;
  unsigned int meaning;
  const char *note;
} SylHighlightDraft;

/**
 * SylHighlightPlace:
 * @uuid: a highlight
 * @status: what became of it
 * @score: how sure that is, 0 to 1
 * @position: where it is now, in code points
 *
 * Where a highlight was found in a page.
 */
typedef struct
{
  const char *uuid;
  SylHighlightStatus status;
  double score;
  unsigned int position;
} SylHighlightPlace;

GListModel *syl_library_list_highlights (SylLibrary *self,
                                         SylPick    *pick);
GListModel *syl_library_list_trash (SylLibrary *self);
GListModel *syl_library_list_emptied_notes (SylLibrary *self);
const char *syl_library_get_meaning_name (SylLibrary   *self,
                                          unsigned int  meaning);

void syl_library_find_highlight_async (SylLibrary *self,
                                       const char *uuid,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SylHighlight *syl_library_find_highlight_finish (SylLibrary *self,
                                                 GAsyncResult *result,
                                                 GError **error);

void syl_library_add_highlight_async (SylLibrary *self,
                                      SylSource *source,
                                      const SylHighlightDraft *draft,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
char *syl_library_add_highlight_finish (SylLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);

void syl_library_set_highlight_meaning_async (SylLibrary *self,
                                              const char *uuid,
                                              unsigned int meaning,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean syl_library_set_highlight_meaning_finish (SylLibrary *self,
                                                   GAsyncResult *result,
                                                   GError **error);

void syl_library_set_highlight_note_async (SylLibrary *self,
                                           const char *uuid,
                                           const char *note,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean syl_library_set_highlight_note_finish (SylLibrary *self,
                                                GAsyncResult *result,
                                                GError **error);

void syl_library_delete_highlight_async (SylLibrary *self,
                                         const char *uuid,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean syl_library_delete_highlight_finish (SylLibrary *self,
                                              GAsyncResult *result,
                                              GError **error);

void syl_library_restore_highlight_async (SylLibrary *self,
                                          const char *uuid,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean syl_library_restore_highlight_finish (SylLibrary *self,
                                               GAsyncResult *result,
                                               GError **error);

void syl_library_remove_highlight_async (SylLibrary *self,
                                         const char *uuid,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean syl_library_remove_highlight_finish (SylLibrary *self,
                                              GAsyncResult *result,
                                              GError **error);

void syl_library_reattach_highlight_async (SylLibrary *self,
                                           const char *uuid,
                                           SylSource *source,
                                           const SylHighlightDraft *draft,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean syl_library_reattach_highlight_finish (SylLibrary *self,
                                                GAsyncResult *result,
                                                GError **error);

void syl_library_set_highlight_places_async (SylLibrary *self,
                                             const SylHighlightPlace *places,
                                             gsize n_places,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean syl_library_set_highlight_places_finish (SylLibrary *self,
                                                  GAsyncResult *result,
                                                  GError **error);

void syl_library_load_note_async (SylLibrary *self,
                                  SylPick *pick,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *syl_library_load_note_finish (SylLibrary *self,
                                    GAsyncResult *result,
                                    GError **error);

void syl_library_set_note_async (SylLibrary *self,
                                 SylPick *pick,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean syl_library_set_note_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);

void syl_library_restore_note_async (SylLibrary *self,
                                     const char *uuid,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean syl_library_restore_note_finish (SylLibrary *self,
                                          GAsyncResult *result,
                                          GError **error);

void syl_library_remove_note_async (SylLibrary *self,
                                    const char *uuid,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean syl_library_remove_note_finish (SylLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);

void syl_library_export_pick_async (SylLibrary *self,
                                    SylPick *pick,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
char *syl_library_export_pick_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);

void syl_library_export_notes_async (SylLibrary *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *syl_library_export_notes_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);

void syl_library_undo_edit_async (SylLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_undo_edit_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);

void syl_library_redo_edit_async (SylLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_redo_edit_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);

void syl_library_set_meaning_name_async (SylLibrary *self,
                                         unsigned int meaning,
                                         const char *name,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean syl_library_set_meaning_name_finish (SylLibrary *self,
                                              GAsyncResult *result,
                                              GError **error);

G_END_DECLS
