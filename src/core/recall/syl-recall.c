/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recall/syl-recall.h"

#include "plan/syl-week.h"

typedef struct
{
  gsize index;
  guint32 day;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Turn *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/**
 * syl_recall_spread:
 * @dues: (array length=n_dues): the days on which cards are due
 * @n_dues: how many there are
 * @cap: how many are asked a week, at least 1
 * @n_done: how many were asked this week already
 * @today: the present day
 * @weeks: (out) (array length=n_dues): for each card in how many weeks it is asked, 0 for this one
 *
 * Spreads cards over the weeks: each comes in the week in which it is due, or as soon after it as
 * there is room, those due first first. So a backlog is never more than @cap a week, and none waits
 * for ever. The same cards are spread the same way; those of one day go by their place in @dues.
 */
void
syl_recall_spread (const GDate  *dues,
                   gsize         n_dues,
                   unsigned int  cap,
                   unsigned int  n_done,
                   const GDate  *today,
                   unsigned int *weeks)
{
  g_autofree Turn *turns = g_new (Turn, n_dues + 1);
  unsigned int week = n_done < cap ? 0 : 1;
  unsigned int n_in_week = n_done < cap ? n_done : 0;

  for (gsize i = 0; i < n_dues; i++)
    turns[i] = (Turn){ i, g_date_get_julian (&dues[i]) };
  g_sort_array (turns, n_dues, sizeof (Turn), compare_turns, NULL);
  for (gsize i = 0; i < n_dues; i++)
    {
      int due = syl_week_count_between (today, &dues[turns[i].index]);

      if (due > (int) week)
        {
          week = (unsigned int) due;
          n_in_week = 0;
        }
      weeks[turns[i].index] = week;
      if (++n_in_week >= cap)
        {
          week++;
          n_in_week = 0;
        }
    }
}
