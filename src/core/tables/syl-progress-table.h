/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick-state.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

gboolean syl_progress_table_set_state   (SylConnection  *connection,
                                         gint64          pick_id,
                                         SylPickState    state,
                                         GError        **error);
gboolean syl_progress_table_toggle_state (SylConnection *connection,
                                          gint64         pick_id,
                                          SylPickState  *state,
                                          GError       **error);
gboolean syl_progress_table_undo_state  (SylConnection  *connection,
                                         gint64          pick_id,
                                         GError        **error);
gboolean syl_progress_table_visit       (SylConnection  *connection,
                                         gint64          pick_id,
                                         gint64          source_id,
                                         gboolean       *state_changed,
                                         GError        **error);
gboolean syl_progress_table_set_ticked  (SylConnection  *connection,
                                         gint64          source_id,
                                         gboolean        ticked,
                                         GError        **error);
gboolean syl_progress_table_save_place  (SylConnection  *connection,
                                         gint64          source_id,
                                         const char     *uri,
                                         const char     *place,
                                         GError        **error);
gboolean syl_progress_table_load_place  (SylConnection  *connection,
                                         gint64          source_id,
                                         char          **uri,
                                         char          **place,
                                         GError        **error);

G_END_DECLS
