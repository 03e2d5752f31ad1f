/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-pick-state.h"

static const GEnumValue values[] = {
  { SYL_PICK_STATE_UNREAD, "SYL_PICK_STATE_UNREAD", "unread" },
  { SYL_PICK_STATE_READING, "SYL_PICK_STATE_READING", "reading" },
  { SYL_PICK_STATE_READ, "SYL_PICK_STATE_READ", "read" },
  { SYL_PICK_STATE_SKIPPED, "SYL_PICK_STATE_SKIPPED", "skipped" },
  { 0, NULL, NULL },
};

/**
 * syl_pick_state_get_type:
 *
 * Returns: the type of #SylPickState, whose nicks are those of syl_pick_state_to_string()
 */
GType
syl_pick_state_get_type (void)
{
  static GType type;

  if (g_once_init_enter_pointer (&type))
    g_once_init_leave_pointer (&type, g_enum_register_static ("SylPickState", values));
  return type;
}

/**
 * syl_pick_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): its stable name, never translated; "unread" for no state at all
 */
const char *
syl_pick_state_to_string (SylPickState state)
{
  return (unsigned int) state <= SYL_PICK_STATE_SKIPPED ? values[state].value_nick
                                                        : values[SYL_PICK_STATE_UNREAD].value_nick;
}

/**
 * syl_pick_state_from_string:
 * @string: (nullable): a stable name, such as "reading"
 * @state: (out): its state; left alone if there is none
 *
 * Returns: whether @string names a state
 */
gboolean
syl_pick_state_from_string (const char   *string,
                            SylPickState *state)
{
  for (unsigned int i = SYL_PICK_STATE_UNREAD; i <= SYL_PICK_STATE_SKIPPED; i++)
    {
      if (g_strcmp0 (string, values[i].value_nick) == 0)
        {
          *state = i;
          return TRUE;
        }
    }
  return FALSE;
}
