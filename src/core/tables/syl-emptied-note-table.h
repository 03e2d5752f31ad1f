/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylNotePlace:
 * @pick_id: the row of a pick
 * @highlight_id: the row of a highlight, 0 for the free note of the pick
 *
 * What a note is on.
 */
typedef struct
{
  gint64 pick_id;
  gint64 highlight_id;
} SylNotePlace;

GPtrArray           *syl_emptied_note_table_list          (SylConnection  *connection,
                                                           GError        **error);
SylEmptiedNoteFacts *syl_emptied_note_table_find          (SylConnection  *connection,
                                                           const char     *uuid,
                                                           GError        **error);
gboolean             syl_emptied_note_table_follow        (SylConnection       *connection,
                                                           const SylNotePlace  *place,
                                                           const char          *old,
                                                           const char          *longer,
                                                           const char          *text,
                                                           char               **out_longer,
                                                           GError             **error);
char                *syl_emptied_note_dup_with            (const char          *note,
                                                           const char          *text);
gboolean             syl_emptied_note_table_delete        (SylConnection  *connection,
                                                           const char     *uuid,
                                                           GError        **error);
gboolean             syl_emptied_note_table_count_expired (SylConnection  *connection,
                                                           gint64         *n,
                                                           GError        **error);
gboolean             syl_emptied_note_table_purge         (SylConnection  *connection,
                                                           GError        **error);

G_END_DECLS
