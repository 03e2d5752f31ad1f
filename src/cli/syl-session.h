/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/syl-pick-record.h"
#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSession:
 *
 * The library for the time of one command: each call waits, running the main loop, until the
 * library's threads have answered.
 */
typedef struct _SylSession SylSession;

SylSession *syl_session_new         (void);
void        syl_session_free        (SylSession           *self);
gboolean    syl_session_open        (SylSession           *self,
                                     GError              **error);
SylLibrary *syl_session_get_library (SylSession           *self);

gpointer    syl_session_read        (SylSession           *self,
                                     SylStoreFunc          func,
                                     gpointer              data,
                                     GError              **error);

GPtrArray  *syl_session_read_picks  (SylSession           *self,
                                     const SylPickQuery   *query,
                                     GError              **error);
SylYear    *syl_session_load_year   (SylSession           *self,
                                     GError              **error);
char       *syl_session_export_year (SylSession           *self,
                                     GError              **error);
SylPickRecord *syl_session_find_pick (SylSession          *self,
                                     const char           *list,
                                     const char           *slug,
                                     GError              **error);
gboolean    syl_session_select_list (SylSession           *self,
                                     const char           *list,
                                     GError              **error);

void        syl_session_ready_cb    (GObject              *object,
                                     GAsyncResult         *result,
                                     gpointer              user_data);
GAsyncResult *syl_session_wait      (SylSession           *self);

int         syl_session_fail        (SylSession           *self,
                                     const GError         *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylSession, syl_session_free)

G_END_DECLS
