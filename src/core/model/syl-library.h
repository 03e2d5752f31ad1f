/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-library-call.h"
#include "model/syl-library-highlights.h"
#include "model/syl-library-plan.h"
#include "model/syl-library-search.h"
#include "model/syl-list.h"
#include "model/syl-paged-model.h"
#include "model/syl-pick.h"
#include "model/syl-section.h"
#include "store/syl-store.h"

G_BEGIN_DECLS

/**
 * SylLibrary:
 *
 * The one door to the reader's library: lists, picks, state. Every verb is asynchronous and runs
 * on the store's threads; every object it hands out lives on the main thread. Nothing that is
 * shown is kept elsewhere: after an edit the change feed refreshes the objects.
 *
 * Properties (readable, notify): `list` (SylList, nullable: the one whose picks are shown),
 * `n-picks`, `n-read`, `n-reading`, `n-skipped`, `n-highlights` (uint), `read-only` (boolean),
 * `n-questions` (uint: how many cards are to be asked now, of all lists),
 * `can-undo`, `can-redo` (boolean: an edit of a highlight can be taken back, or done again),
 * `meaning-names` (GStrv: what the reader calls the meanings of highlights, "" where nothing).
 *
 * Signal `changed`: something in the library changed, by us or by another program.
 *
 * Signal `sessions-deleted`: the reader had all focused reading deleted.
 */
#define SYL_TYPE_LIBRARY (syl_library_get_type ())
G_DECLARE_FINAL_TYPE (SylLibrary, syl_library, SYL, LIBRARY, GObject)

/**
 * SylPickGroup:
 * @SYL_PICK_GROUP_ALL: every pick of the list, with extras
 * @SYL_PICK_GROUP_READING: those being read
 * @SYL_PICK_GROUP_READ: those finished
 * @SYL_PICK_GROUP_SECTION: one section, with its extras
 *
 * Which picks a model lists.
 */
typedef enum
{
  SYL_PICK_GROUP_ALL,
  SYL_PICK_GROUP_READING,
  SYL_PICK_GROUP_READ,
  SYL_PICK_GROUP_SECTION,
} SylPickGroup;

SylLibrary  *syl_library_new            (const char          *data_directory,
                                         const char          *lists_directory);
char        *syl_library_dup_data_directory_default (void);

void         syl_library_open_async     (SylLibrary          *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     syl_library_open_finish    (SylLibrary          *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void         syl_library_set_aside_async  (SylLibrary          *self,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
char        *syl_library_set_aside_finish (SylLibrary          *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void         syl_library_close_async    (SylLibrary          *self,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     syl_library_close_finish   (SylLibrary          *self,
                                         GAsyncResult        *result,
                                         GError             **error);

const char  *syl_library_get_data_directory (SylLibrary *self);
gboolean     syl_library_get_open       (SylLibrary *self);
gboolean     syl_library_get_read_only  (SylLibrary *self);
SylList     *syl_library_get_list       (SylLibrary *self);
GListModel  *syl_library_get_lists      (SylLibrary *self);
void         syl_library_select_list    (SylLibrary *self,
                                         const char *list_uri);
unsigned int syl_library_get_n_picks    (SylLibrary *self);
unsigned int syl_library_get_n_reading  (SylLibrary *self);
unsigned int syl_library_get_n_read     (SylLibrary *self);
unsigned int syl_library_get_n_skipped  (SylLibrary *self);
SylStore    *syl_library_get_store      (SylLibrary *self);

GListModel  *syl_library_get_sections   (SylLibrary   *self);
SylPagedModel *syl_library_list_picks   (SylLibrary   *self,
                                         SylPickGroup  group,
                                         gint64        section_id);

void         syl_library_find_pick_async   (SylLibrary          *self,
                                            const char          *slug,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
SylPick     *syl_library_find_pick_finish  (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void         syl_library_load_details_async  (SylLibrary          *self,
                                              SylPick             *pick,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean     syl_library_load_details_finish (SylLibrary          *self,
                                              GAsyncResult        *result,
                                              GError             **error);

void         syl_library_set_state_async   (SylLibrary          *self,
                                            SylPick             *pick,
                                            SylPickState         state,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean     syl_library_set_state_finish  (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void         syl_library_toggle_state_async (SylLibrary         *self,
                                            SylPick             *pick,
                                            SylPickState         state,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean     syl_library_toggle_state_finish (SylLibrary        *self,
                                            GAsyncResult        *result,
                                            SylPickState        *out_state,
                                            GError             **error);
void         syl_library_undo_state_async  (SylLibrary          *self,
                                            SylPick             *pick,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean     syl_library_undo_state_finish (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void         syl_library_set_ticked_async  (SylLibrary          *self,
                                            SylSource           *source,
                                            gboolean             ticked,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean     syl_library_set_ticked_finish (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);

void         syl_library_visit_source_async  (SylLibrary          *self,
                                              SylPick             *pick,
                                              SylSource           *source,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean     syl_library_visit_source_finish (SylLibrary          *self,
                                              GAsyncResult        *result,
                                              gboolean            *out_state_changed,
                                              GError             **error);

void         syl_library_save_place_async  (SylLibrary          *self,
                                            SylSource           *source,
                                            const char          *uri,
                                            GVariant            *place,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean     syl_library_save_place_finish (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            GError             **error);
void         syl_library_load_place_async  (SylLibrary          *self,
                                            SylSource           *source,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GVariant    *syl_library_load_place_finish (SylLibrary          *self,
                                            GAsyncResult        *result,
                                            char               **out_uri,
                                            GError             **error);

G_END_DECLS
