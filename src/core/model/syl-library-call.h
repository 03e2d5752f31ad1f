/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "call/syl-call.h"
#include "model/syl-pick.h"

G_BEGIN_DECLS

typedef struct _SylLibrary SylLibrary;

/**
 * SylCall:
 * @pick: (not nullable): the pick it is about
 * @week: the week of the reader's year, from 1
 * @late: whether it catches up on a moment that is over by more than an hour
 * @current: whether the plan has it for this week
 *
 * A weekly call.
 */
typedef struct
{
  SylPick *pick;
  unsigned int week;
  gboolean late;
  gboolean current;
} SylCall;

void syl_call_free (SylCall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylCall, syl_call_free)

void syl_library_load_call_time_async (SylLibrary *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean syl_library_load_call_time_finish (SylLibrary *self,
                                            GAsyncResult *result,
                                            SylCallTime *out_time,
                                            GError **error);
void syl_library_set_call_time_async (SylLibrary *self,
                                      const SylCallTime *time,
                                      GDateTime *now,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean syl_library_set_call_time_finish (SylLibrary *self,
                                           GAsyncResult *result,
                                           GError **error);
void syl_library_find_next_call_async (SylLibrary *self,
                                       GDateTime *now,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GDateTime *syl_library_find_next_call_finish (SylLibrary *self,
                                              GAsyncResult *result,
                                              GError **error);

void syl_library_claim_call_async (SylLibrary *self,
                                   GDateTime *now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SylCall *syl_library_claim_call_finish (SylLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);
void syl_library_find_call_async (SylLibrary *self,
                                  GDateTime *now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SylCall *syl_library_find_call_finish (SylLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
void syl_library_settle_call_async (SylLibrary *self,
                                    SylPick *pick,
                                    GDateTime *now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean syl_library_settle_call_finish (SylLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);
void syl_library_postpone_call_async (SylLibrary *self,
                                      GDateTime *now,
                                      GDateTime *until,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean syl_library_postpone_call_finish (SylLibrary *self,
                                           GAsyncResult *result,
                                           GError **error);
void syl_library_call_another_async (SylLibrary *self,
                                     GDateTime *now,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SylCall *syl_library_call_another_finish (SylLibrary *self,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
