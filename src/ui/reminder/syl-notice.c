/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-notice.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"
#include "text/syl-markdown.h"

/* What a desktop shows of a line before it cuts it. */
#define MAX_CHARS 140

/* Where the first sentence of @line ends, a full stop that is followed by a space and a capital; else its end. */
static const char *
find_end_of_sentence (const char *line)
{
  const char *end = line + strcspn (line, "\n");

  for (const char *stop = line; stop < end; stop = g_utf8_next_char (stop))
    if (strchr (".!?", *stop) != NULL && stop[1] == ' ' && g_unichar_isupper (g_utf8_get_char (stop + 2)) &&
        stop - line > 20)
      return stop + 1;
  return end;
}

/**
 * syl_notice_dup_first_words:
 * @text: commentary, as Markdown
 *
 * Returns: (transfer full): its first sentence as one line of plain text, at a word cut if it is long
 */
char *
syl_notice_dup_first_words (const char *text)
{
  g_autofree char *plain = syl_markdown_to_plain_text (text);
  g_autofree char *sentence = g_strndup (plain, (gsize) (find_end_of_sentence (plain) - plain));
  char *end, *space;

  if (g_utf8_strlen (sentence, -1) <= MAX_CHARS)
    return g_steal_pointer (&sentence);
  end = g_utf8_offset_to_pointer (sentence, MAX_CHARS);
  space = g_utf8_strrchr (sentence, end - sentence, ' ');
  *(space != NULL ? space : end) = '\0';
  return g_strconcat (sentence, "…", NULL);
}

static char *
dup_facts (SylPick *pick)
{
  g_autofree char *duration = NULL;

  if (syl_pick_get_minutes (pick) == 0)
    return g_strdup (syl_pick_get_section_title (pick));
  duration = syl_words_dup_duration (syl_pick_get_minutes (pick));
  return g_strdup_printf ("%s · %s", syl_pick_get_section_title (pick), duration);
}

static char *
dup_body (SylPick  *pick,
          gboolean  takes_markup)
{
  const char *commentary = syl_pick_get_commentary (pick);
  g_autofree char *why = commentary != NULL ? syl_notice_dup_first_words (commentary) : g_strdup ("");
  g_autofree char *facts = dup_facts (pick);
  g_autofree char *body = *why != '\0' ? g_strconcat (facts, "\n", why, NULL) : g_strdup (facts);

  return takes_markup ? g_markup_escape_text (body, -1) : g_steal_pointer (&body);
}

/**
 * syl_notice_new:
 * @call: a call, whose pick has its details
 * @has_other: whether there may be another pick for the week
 * @takes_markup: whether the desktop takes what it shows for markup
 *
 * Makes what the desktop shows. It has no category, since portals drop what they don't know.
 *
 * Returns: (transfer full): a notification
 */
GNotification *
syl_notice_new (SylCall  *call,
                gboolean  has_other,
                gboolean  takes_markup)
{
  GNotification *notification = g_notification_new (syl_pick_get_title (call->pick));
  const char *slug = syl_pick_get_slug (call->pick);
  g_autofree char *body = dup_body (call->pick, takes_markup);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-pick", "s", slug);
  g_notification_add_button_with_target (notification, _("Read Now"), "app.read-pick", "s", slug);
  g_notification_add_button (notification, _("Tomorrow"), "app.remind-tomorrow");
  if (has_other)
    g_notification_add_button (notification, _("Another One"), "app.another-pick");
  return notification;
}
