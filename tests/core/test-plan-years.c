/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plan/syl-plan-figures.h"
#include "syl-test-plan.h"

/* 10,000 random years: lists, wishes and readers of all kinds, week by week. */
#define N_YEARS 10000
#define SEED 20261130

typedef struct
{
  SylTestReader reader;
  GRand *rand;
  GArray *rank;          /* of int: place of each pick in the wanted order, found by a plan of its own */
  gboolean is_ranked;
  gboolean has_circles;
  GArray *past;          /* of SylPlanWeek: weeks that were remembered */
} Year;

static gboolean
one_in (Year *year,
        int   n)
{
  return g_rand_int_range (year->rand, 0, n) == 0;
}

static int
below (Year *year,
       int   n)
{
  return n > 0 ? g_rand_int_range (year->rand, 0, n) : 0;
}

static const SylPlanWeek *
get_week (const SylPlan *plan,
          guint          i)
{
  return &g_array_index (plan->weeks, SylPlanWeek, i);
}

static gboolean
is_open (Year *year,
         int   pick)
{
  SylPlanPick *facts = syl_test_reader_get (&year->reader, pick);

  return !facts->retired && (facts->state == SYL_PICK_STATE_UNREAD || facts->state == SYL_PICK_STATE_READING);
}

static void
add_pick (Year *year,
          int   n_sections)
{
  unsigned int minutes = one_in (year, 10) ? 0 : 15 * (unsigned int) (1 + below (year, one_in (year, 4) ? 40 : 10));
  int pick = syl_test_reader_add (&year->reader, (unsigned int) below (year, n_sections), minutes);

  while (one_in (year, 3))
    syl_test_reader_add_after (&year->reader, pick, below (year, year->has_circles ? 30 : pick));
}

static void
begin_year (Year *year)
{
  static const unsigned int minutes[] = { 0, 60, 120, 180, 300 };
  int n_picks = one_in (year, 10) ? 50 : below (year, 26);
  int n_sections = 1 + below (year, 8);

  syl_test_reader_init (&year->reader, "2020-01-01");
  year->reader.input.start = syl_test_add_days (&year->reader.today, below (year, 4000));
  year->reader.today = year->reader.input.start;
  g_date_subtract_days (&year->reader.today, (guint) g_date_get_weekday (&year->reader.today) - 1);
  year->reader.input.order = (SylPlanOrder) below (year, 2);
  year->reader.input.minutes = minutes[below (year, G_N_ELEMENTS (minutes))];
  year->has_circles = one_in (year, 10);
  year->is_ranked = FALSE;
  year->rank = g_array_new (FALSE, FALSE, sizeof (int));
  year->past = g_array_new (FALSE, FALSE, sizeof (SylPlanWeek));
  for (int i = 0; i < n_picks; i++)
    add_pick (year, n_sections);
}

static void
end_year (Year *year)
{
  syl_test_reader_clear (&year->reader);
  g_array_unref (year->rank);
  g_array_unref (year->past);
}

/* What would be planned if nothing had happened and nothing came after anything. */
static void
find_ranks (Year *year)
{
  SylPlanInput input = year->reader.input;
  g_autofree SylPlanPick *picks = g_memdup2 (input.picks, input.n_picks * sizeof (SylPlanPick));
  g_autoptr (SylPlan) plan = NULL;
  int rank = 0;

  for (gsize i = 0; i < input.n_picks; i++)
    {
      picks[i].n_after = 0;
      picks[i].state = SYL_PICK_STATE_UNREAD;
    }
  input.picks = picks;
  input.n_history = input.n_pauses = input.n_shifts = 0;
  plan = syl_plan_make (&input, &input.start);
  year->is_ranked = TRUE;
  g_array_set_size (year->rank, (guint) input.n_picks);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      if (get_week (plan, i)->pick >= 0)
        g_array_index (year->rank, int, get_week (plan, i)->pick) = rank++;
    }
}

/* No pick lost, none twice: each open one in a week from now on, others in none but their own. */
static void
check_picks (Year          *year,
             const SylPlan *plan,
             guint          present)
{
  g_autofree int *seen = g_new0 (int, plan->n_picks + 1);

  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = get_week (plan, i);
      GDate monday = syl_test_add_days (&year->reader.input.start, 7 * (int) i);

      g_assert_cmpint (syl_week_count_between (&monday, &week->monday), ==, 0);
      g_assert_cmpint (g_date_get_weekday (&week->monday), ==, G_DATE_MONDAY);
      g_assert_true (i >= present || week->state != SYL_PLAN_WEEK_PLANNED);
      g_assert_true (week->state != SYL_PLAN_WEEK_PLANNED || week->pick >= 0);
      if (week->pick < 0)
        continue;
      g_assert_cmpint (seen[week->pick]++, ==, 0);
      g_assert_true (is_open (year, week->pick) == (week->state == SYL_PLAN_WEEK_PLANNED));
    }
  for (int i = 0; i < (int) plan->n_picks; i++)
    g_assert_true (!is_open (year, i) || seen[i] == 1);
}

/* What comes after what does, and nothing else disturbs the order. The pick of the present week may:
 * it stays where it is, though another can be read now. */
static void
check_order (Year          *year,
             const SylPlan *plan,
             guint          present)
{
  int last_rank = -1;

  for (guint i = present; i < plan->weeks->len; i++)
    {
      int pick = get_week (plan, i)->pick;
      SylPlanPick *facts;

      if (get_week (plan, i)->state != SYL_PLAN_WEEK_PLANNED)
        continue;
      facts = syl_test_reader_get (&year->reader, pick);
      for (gsize k = 0; !year->has_circles && k < facts->n_after; k++)
        {
          int after = facts->after[k];

          g_assert_true (after == pick || !is_open (year, after) ||
                         syl_plan_number_pick (plan, after) < syl_plan_number_pick (plan, pick));
        }
      if (plan->waits[pick] < 0 && !year->has_circles)
        g_assert_cmpint (g_array_index (year->rank, int, pick), >, last_rank);
      if (plan->waits[pick] >= 0)
        g_assert_cmpuint (syl_plan_number_pick (plan, plan->waits[pick]), <, i + 1);
      if (i > present)
        last_rank = MAX (last_rank, g_array_index (year->rank, int, pick));
    }
}

static gboolean
is_set_free (Year  *year,
             guint  week)
{
  for (guint i = 0; i < year->reader.shifts->len; i++)
    {
      if (syl_week_count_between (&year->reader.input.start, &g_array_index (year->reader.shifts, GDate, i)) == (int) week)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_a_pause (Year              *year,
               const SylPlanWeek *week)
{
  GDate next = syl_test_add_days (&week->monday, 7);

  for (guint i = 0; i < year->reader.pauses->len; i++)
    {
      const SylPlanPause *pause = &g_array_index (year->reader.pauses, SylPlanPause, i);

      if (g_date_compare (&pause->from, &pause->until) < 0 && g_date_compare (&pause->from, &next) < 0 &&
          g_date_compare (&week->monday, &pause->until) < 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_pauses (Year          *year,
              const SylPlan *plan,
              guint          present)
{
  for (guint i = present; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = get_week (plan, i);

      if (is_in_a_pause (year, week))
        g_assert_true (week->state == SYL_PLAN_WEEK_PAUSED || (i == present && week->state == SYL_PLAN_WEEK_READ));
      else
        g_assert_true (week->state != SYL_PLAN_WEEK_PAUSED);
    }
}

/* Hours: with a free week taken from it, each pick that has one would be no better off than the one
 * that is worst off now; and none is spent elsewhere while a pick needs more than there is. */
static void
check_hours (Year          *year,
             const SylPlan *plan,
             guint          present)
{
  g_autofree unsigned int *rooms = g_new0 (unsigned int, plan->n_picks + 1);
  unsigned int minutes = year->reader.input.minutes;
  double worst = 0;
  int last = -1;

  for (guint i = present; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = get_week (plan, i);

      if (week->state == SYL_PLAN_WEEK_PLANNED)
        last = week->pick;
      else if (week->state == SYL_PLAN_WEEK_FREE && !is_set_free (year, i) && last >= 0)
        rooms[last]++;
    }
  for (int i = 0; i < (int) plan->n_picks; i++)
    {
      /* A pick that had its free week before it is read has had more than is seen here. */
      if (is_open (year, i) && syl_test_reader_get (&year->reader, i)->state == SYL_PICK_STATE_UNREAD)
        worst = MAX (worst, syl_test_reader_get (&year->reader, i)->minutes / (1.0 + rooms[i]));
    }
  for (int i = 0; minutes > 0 && worst > minutes && i < (int) plan->n_picks; i++)
    g_assert_true (rooms[i] == 0 || syl_test_reader_get (&year->reader, i)->minutes / (double) rooms[i] >= worst);
}

static void
check_history (Year          *year,
               const SylPlan *plan)
{
  for (guint i = 0; i < MIN (year->past->len, plan->n_over); i++)
    {
      const SylPlanWeek *past = &g_array_index (year->past, SylPlanWeek, i);

      g_assert_cmpint (get_week (plan, i)->state, ==, past->state);
      g_assert_cmpint (get_week (plan, i)->entry, ==, past->entry);
    }
}

static void
check_plan (Year          *year,
            const SylPlan *plan)
{
  guint present = (guint) syl_week_count_between (&year->reader.input.start, &year->reader.today);

  check_picks (year, plan, present);
  check_order (year, plan, present);
  check_pauses (year, plan, present);
  check_hours (year, plan, present);
  check_history (year, plan);
  if (one_in (year, 10))
    {
      g_autoptr (SylPlan) again = syl_test_reader_plan (&year->reader);
      g_autofree char *one = syl_test_plan_to_string (plan);
      g_autofree char *two = syl_test_plan_to_string (again);

      g_assert_cmpstr (one, ==, two);
    }
}

static void
remember (Year          *year,
          const SylPlan *plan)
{
  syl_test_reader_remember (&year->reader, plan);
  g_array_set_size (year->past, 0);
  g_array_append_vals (year->past, plan->weeks->data, plan->n_over);
}

static void
drag (Year          *year,
      const SylPlan *plan)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  int pick, from;

  for (guint i = 0; i < plan->weeks->len; i++)
    {
      if (get_week (plan, i)->state == SYL_PLAN_WEEK_PLANNED)
        g_array_append_val (order, get_week (plan, i)->pick);
    }
  if (order->len < 2)
    return;
  from = below (year, (int) order->len);
  pick = g_array_index (order, int, from);
  g_array_remove_index (order, (guint) from);
  g_array_insert_val (order, (guint) below (year, (int) order->len + 1), pick);
  g_array_set_size (year->reader.own, 0);
  g_array_append_vals (year->reader.own, order->data, order->len);
}

static void
wish (Year          *year,
      const SylPlan *plan)
{
  SylPlanPause pause = { year->reader.today, syl_test_add_days (&year->reader.today, below (year, 40)) };
  int pick = below (year, (int) plan->n_picks);

  year->is_ranked = FALSE;
  switch (below (year, 7))
    {
    case 0:
      g_array_append_val (year->reader.pauses, pause);
      break;
    case 1:
      g_array_append_val (year->reader.shifts, year->reader.today);
      break;
    case 2:
      drag (year, plan);
      break;
    case 3:
      year->reader.input.minutes = 60 * (unsigned int) below (year, 5);
      break;
    case 4:
      add_pick (year, 8);
      break;
    case 5:
      if (plan->n_picks > 0)
        syl_test_reader_get (&year->reader, pick)->retired = TRUE;
      break;
    default:
      if (plan->n_picks > 0)
        syl_test_reader_set (&year->reader, pick, SYL_PICK_STATE_UNREAD);
      break;
    }
}

typedef enum
{
  FOLLOWS,
  MISSES,
  DOES_ANYTHING,
} Week;

static void
read_one_of (Year *year,
             int   pick)
{
  if (pick >= 0 && is_open (year, pick))
    syl_test_reader_set (&year->reader, pick, one_in (year, 4) ? SYL_PICK_STATE_SKIPPED : SYL_PICK_STATE_READ);
}

static Week
live (Year          *year,
      const SylPlan *plan)
{
  const SylPlanWeek *week = syl_plan_find_week (plan, &year->reader.today);
  int pick = week != NULL && week->state == SYL_PLAN_WEEK_PLANNED ? week->pick : -1;
  int luck = below (year, 20);

  if (luck < 11)
    {
      if (pick >= 0)
        syl_test_reader_set (&year->reader, pick, SYL_PICK_STATE_READ);
      return FOLLOWS;
    }
  if (luck < 14)
    {
      if (pick >= 0 && one_in (year, 3))
        syl_test_reader_set (&year->reader, pick, SYL_PICK_STATE_READING);
      return pick >= 0 ? MISSES : FOLLOWS;
    }
  read_one_of (year, luck < 16 ? pick : below (year, (int) plan->n_picks) - (plan->n_picks == 0));
  if (luck > 16)
    wish (year, plan);
  return DOES_ANYTHING;
}

static gboolean
has_free_week_ahead (Year          *year,
                     const SylPlan *plan,
                     guint          present)
{
  for (guint i = present + 1; i < plan->weeks->len; i++)
    {
      if (get_week (plan, i)->state == SYL_PLAN_WEEK_FREE && !is_set_free (year, i))
        return TRUE;
    }
  return FALSE;
}

/* Who does what the plan says finds it unchanged; a missed week moves it by one week at most. */
static void
check_next (Year          *year,
            const SylPlan *plan,
            const SylPlan *next,
            Week           week)
{
  guint present = (guint) syl_week_count_between (&year->reader.input.start, &year->reader.today) - 1;
  gboolean has_free = has_free_week_ahead (year, plan, present);

  for (guint i = present + 1; week == FOLLOWS && i < MAX (plan->weeks->len, next->weeks->len); i++)
    {
      g_assert_cmpuint (plan->weeks->len, ==, next->weeks->len);
      g_assert_cmpint (get_week (plan, i)->state, ==, get_week (next, i)->state);
      g_assert_cmpint (get_week (plan, i)->pick, ==, get_week (next, i)->pick);
    }
  if (week != MISSES)
    return;
  g_assert_cmpuint (next->weeks->len, ==, plan->weeks->len + (has_free ? 0 : 1));
  if (get_week (next, present)->state == SYL_PLAN_WEEK_MISSED)
    {
      g_assert_cmpuint (next->repair.last, ==, present + 1);
      g_assert_cmpuint (next->repair.n_missed, ==, next->repair.n_free + next->repair.n_moved);
    }
}

/* From a Monday to the next one, or to a later one. */
static void
live_a_week (Year *year)
{
  g_autoptr (SylPlan) plan = syl_test_reader_plan (&year->reader);
  int n_days = below (year, 7);
  Week week;

  if (!year->is_ranked)
    find_ranks (year);
  check_plan (year, plan);
  if (!one_in (year, 4))
    remember (year, plan);
  syl_test_reader_go (&year->reader, n_days);
  week = live (year, plan);
  syl_test_reader_go (&year->reader, 7 - n_days);
  if (week == DOES_ANYTHING)
    syl_test_reader_go (&year->reader, one_in (year, 6) ? 7 * below (year, 5) : 0);
  else
    {
      g_autoptr (SylPlan) next = syl_test_reader_plan (&year->reader);

      check_next (year, plan, next, week);
    }
}

static void
test_years (void)
{
  Year year = { .rand = g_rand_new_with_seed (SEED) };

  for (int i = 0; i < N_YEARS; i++)
    {
      begin_year (&year);
      for (guint week = 0; week < year.reader.picks->len + 4; week++)
        live_a_week (&year);
      end_year (&year);
    }
  g_rand_free (year.rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/years", test_years);

  return g_test_run ();
}
