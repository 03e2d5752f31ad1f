/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "call/syl-call.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

gboolean     syl_call_table_read_time (SylConnection        *connection,
                                       SylCallTime          *time,
                                       GError              **error);
gboolean     syl_call_table_set_time  (SylConnection        *connection,
                                       const SylCallTime    *time,
                                       GDateTime            *now,
                                       GError              **error);
SylCallBook *syl_call_table_read      (SylConnection        *connection,
                                       GDateTime            *now,
                                       GError              **error);
gboolean     syl_call_table_call      (SylConnection        *connection,
                                       const SylWeek        *week,
                                       GDateTime            *now,
                                       gint64                pick_id,
                                       GError              **error);
gboolean     syl_call_table_settle    (SylConnection        *connection,
                                       GDateTime            *now,
                                       gint64                pick_id,
                                       GError              **error);
gboolean     syl_call_table_postpone  (SylConnection        *connection,
                                       const SylCallRecord  *record,
                                       GDateTime            *now,
                                       GDateTime            *until,
                                       GError              **error);

G_END_DECLS
