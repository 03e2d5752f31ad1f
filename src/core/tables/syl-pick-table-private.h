/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* SQL that several tables have in common. */

#define SYL_PICK_N_NOTES                                                                           \
  "((SELECT count(*) FROM source JOIN highlight USING (source_id) "                                \
  "  WHERE source.pick_id = pick.pick_id AND highlight.deleted IS NULL) + "                        \
  " (SELECT count(*) FROM note WHERE note.pick_id = pick.pick_id AND note.text <> ''))"

/* A retired pick is shown as long as the reader has done something with it. */
#define SYL_PICK_VISIBLE                                                                           \
  "(pick.retired = 0 OR coalesce(progress.state, 0) <> 0 OR " SYL_PICK_N_NOTES " > 0)"
