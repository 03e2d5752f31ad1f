/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-highlight-status.h"

static const GEnumValue values[] = {
  { SYL_HIGHLIGHT_ATTACHED, "SYL_HIGHLIGHT_ATTACHED", "attached" },
  { SYL_HIGHLIGHT_MOVED, "SYL_HIGHLIGHT_MOVED", "moved" },
  { SYL_HIGHLIGHT_ORPHANED, "SYL_HIGHLIGHT_ORPHANED", "orphaned" },
  { 0, NULL, NULL },
};

/**
 * syl_highlight_status_get_type:
 *
 * Returns: the type of #SylHighlightStatus, whose nicks are those of syl_highlight_status_to_string()
 */
GType
syl_highlight_status_get_type (void)
{
  static GType type;

  if (g_once_init_enter_pointer (&type))
    g_once_init_leave_pointer (&type, g_enum_register_static ("SylHighlightStatus", values));
  return type;
}

/**
 * syl_highlight_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its stable name, never translated
 */
const char *
syl_highlight_status_to_string (SylHighlightStatus status)
{
  return (unsigned int) status <= SYL_HIGHLIGHT_ORPHANED ? values[status].value_nick
                                                         : values[SYL_HIGHLIGHT_ATTACHED].value_nick;
}
