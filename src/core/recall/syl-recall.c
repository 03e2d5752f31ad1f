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

/**
 * syl_recall_rate:
 * @memory: what was supposed so far
 * @last: the day on which it was asked for last; not valid if it never was
 * @rating: how well it was remembered
 * @today: the present day
 * @next: (out caller-allocates): what is supposed from now on
 * @due: (out caller-allocates): the day on which it is due next
 *
 * Can be called on any thread.
 */
void
syl_recall_rate (const SylFsrsMemory *memory,
                 const GDate         *last,
                 SylFsrsRating        rating,
                 const GDate         *today,
                 SylFsrsMemory       *next,
                 GDate               *due)
{
  int n_days = g_date_valid (last) ? MAX (0, g_date_days_between (last, today)) : 0;
  SylFsrs fsrs;

  syl_fsrs_init (&fsrs);
  *next = syl_fsrs_review (&fsrs, memory, rating, n_days);
  *due = *today;
  g_date_add_days (due, syl_fsrs_get_interval (&fsrs, next));
}
