/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-method.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylSessionFacts:
 * @pick_id: the row of the pick
 * @pass: 1 to 3; 0 where it was none of them
 * @day: the day it began, in the reader's time zone
 * @seconds: focused time
 *
 * A while of focused reading.
 */
typedef struct
{
  gint64 pick_id;
  unsigned int pass;
  GDate day;
  unsigned int seconds;
} SylSessionFacts;

gboolean   syl_reading_table_add_session     (SylConnection  *connection,
                                              gint64          pick_id,
                                              unsigned int    pass,
                                              const char     *started,
                                              unsigned int    seconds,
                                              GError        **error);
gboolean   syl_reading_table_delete_sessions (SylConnection  *connection,
                                              GError        **error);
GArray    *syl_reading_table_read_sessions   (SylConnection  *connection,
                                              gint64          list_id,
                                              GError        **error);
gboolean   syl_reading_table_set_pass        (SylConnection  *connection,
                                              gint64          pick_id,
                                              unsigned int    number,
                                              SylPassState    state,
                                              GError        **error);
gboolean   syl_reading_table_set_answer      (SylConnection  *connection,
                                              gint64          pick_id,
                                              SylQuestion     question,
                                              const char     *text,
                                              GError        **error);
SylMethod *syl_reading_table_read_method     (SylConnection  *connection,
                                              gint64          pick_id,
                                              GError        **error);

G_END_DECLS
