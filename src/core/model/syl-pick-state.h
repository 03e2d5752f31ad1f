/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylPickState:
 * @SYL_PICK_STATE_UNREAD: not begun
 * @SYL_PICK_STATE_READING: a main source was opened
 * @SYL_PICK_STATE_READ: finished
 * @SYL_PICK_STATE_SKIPPED: left out on purpose
 *
 * How far the reader is with a pick. The numbers are stored in the database.
 */
typedef enum
{
  SYL_PICK_STATE_UNREAD,
  SYL_PICK_STATE_READING,
  SYL_PICK_STATE_READ,
  SYL_PICK_STATE_SKIPPED,
} SylPickState;

#define SYL_TYPE_PICK_STATE (syl_pick_state_get_type ())

GType       syl_pick_state_get_type    (void) G_GNUC_CONST;
const char *syl_pick_state_to_string   (SylPickState  state);
gboolean    syl_pick_state_from_string (const char   *string,
                                        SylPickState *state);

G_END_DECLS
