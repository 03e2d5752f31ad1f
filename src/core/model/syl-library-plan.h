/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-card.h"
#include "model/syl-method.h"
#include "model/syl-pick.h"
#include "model/syl-year.h"

G_BEGIN_DECLS

typedef struct _SylLibrary SylLibrary;

void syl_library_load_year_async (SylLibrary *self,
                                  const GDate *today,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SylYear *syl_library_load_year_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
void syl_library_export_year_async (SylLibrary *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
char *syl_library_export_year_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);
void syl_library_find_week_async (SylLibrary *self,
                                  const GDate *date,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SylPick *syl_library_find_week_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       unsigned int *out_week,
                                       GError **error);

void syl_library_begin_year_async (SylLibrary *self,
                                   const GDate *start,
                                   const unsigned int *minutes,
                                   const SylPlanOrder *order,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean syl_library_begin_year_finish (SylLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);
void syl_library_set_pace_async (SylLibrary *self,
                                 const unsigned int *minutes,
                                 const SylPlanOrder *order,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean syl_library_set_pace_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);
void syl_library_move_pick_async (SylLibrary *self,
                                  SylPick *pick,
                                  SylPick *before,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_move_pick_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
void syl_library_step_pick_async (SylLibrary *self,
                                  SylPick *pick,
                                  gboolean later,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_step_pick_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
gboolean syl_library_get_obstacle (SylLibrary *self,
                                   GAsyncResult *result,
                                   const char **first,
                                   const char **second);
void syl_library_shift_week_async (SylLibrary *self,
                                   const GDate *day,
                                   gboolean shifted,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean syl_library_shift_week_finish (SylLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);
void syl_library_pause_async (SylLibrary *self,
                              const GDate *from,
                              const GDate *until,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean syl_library_pause_finish (SylLibrary *self,
                                   GAsyncResult *result,
                                   GError **error);
void syl_library_resume_async (SylLibrary *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean syl_library_resume_finish (SylLibrary *self,
                                    GAsyncResult *result,
                                    GError **error);
void syl_library_undo_plan_async (SylLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_undo_plan_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
gboolean syl_library_has_changed_plan (SylLibrary *self,
                                       GAsyncResult *result);

void syl_library_add_session_async (SylLibrary *self,
                                    SylPick *pick,
                                    unsigned int pass,
                                    GDateTime *started,
                                    unsigned int seconds,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean syl_library_add_session_finish (SylLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);
void syl_library_delete_sessions_async (SylLibrary *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean syl_library_delete_sessions_finish (SylLibrary *self,
                                             GAsyncResult *result,
                                             GError **error);
void syl_library_set_pass_async (SylLibrary *self,
                                 SylPick *pick,
                                 unsigned int number,
                                 SylPassState state,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean syl_library_set_pass_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);
void syl_library_set_answer_async (SylLibrary *self,
                                   SylPick *pick,
                                   SylQuestion question,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean syl_library_set_answer_finish (SylLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);
void syl_library_load_method_async (SylLibrary *self,
                                    SylPick *pick,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SylMethod *syl_library_load_method_finish (SylLibrary *self,
                                           GAsyncResult *result,
                                           GError **error);

void syl_library_add_card_async (SylLibrary *self,
                                 SylPick *pick,
                                 const char *highlight,
                                 const char *question,
                                 const char *answer,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
char *syl_library_add_card_finish (SylLibrary *self,
                                   GAsyncResult *result,
                                   GError **error);
void syl_library_keep_card_async (SylLibrary *self,
                                  SylPick *pick,
                                  const char *question,
                                  const char *answer,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_keep_card_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
void syl_library_set_card_async (SylLibrary *self,
                                 const char *uuid,
                                 const char *question,
                                 const char *answer,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean syl_library_set_card_finish (SylLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);
void syl_library_delete_card_async (SylLibrary *self,
                                    const char *uuid,
                                    gboolean deleted,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean syl_library_delete_card_finish (SylLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);
void syl_library_rate_card_async (SylLibrary *self,
                                  const char *uuid,
                                  SylFsrsRating rating,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean syl_library_rate_card_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
void syl_library_unrate_card_async (SylLibrary *self,
                                    const SylCard *before,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean syl_library_unrate_card_finish (SylLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);
void syl_library_load_review_async (SylLibrary *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SylReview *syl_library_load_review_finish (SylLibrary *self,
                                           GAsyncResult *result,
                                           GError **error);
void syl_library_load_cards_async (SylLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *syl_library_load_cards_finish (SylLibrary *self,
                                          GAsyncResult *result,
                                          GError **error);
void syl_library_refresh_questions (SylLibrary *self);
gboolean syl_library_has_card_of (SylLibrary *self,
                                  const char *highlight);

G_END_DECLS
