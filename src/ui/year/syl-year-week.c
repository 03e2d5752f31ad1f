/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-week.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

struct _SylYearWeek
{
  GObject parent_instance;

  SylYear *year;       /* owned */
  SylPlanWeek week;
  unsigned int number; /* from 1 */
  gboolean present;
  SylPickState pick_state; /* of its pick, as it was */
};

G_DEFINE_FINAL_TYPE (SylYearWeek, syl_year_week, G_TYPE_OBJECT)

static void
syl_year_week_finalize (GObject *object)
{
  g_clear_object (&SYL_YEAR_WEEK (object)->year);

  G_OBJECT_CLASS (syl_year_week_parent_class)->finalize (object);
}

static void
syl_year_week_class_init (SylYearWeekClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_year_week_finalize;
}

static void
syl_year_week_init (SylYearWeek *self)
{
}

/**
 * syl_year_week_new:
 * @year: a year
 * @index: which of its weeks, from 0
 * @is_present: whether today is in it
 *
 * Returns: (transfer full): the week
 */
SylYearWeek *
syl_year_week_new (SylYear      *year,
                   unsigned int  index,
                   gboolean      is_present)
{
  SylYearWeek *self = g_object_new (SYL_TYPE_YEAR_WEEK, NULL);

  self->year = g_object_ref (year);
  self->week = g_array_index (syl_year_get_plan (year)->weeks, SylPlanWeek, index);
  self->number = index + 1;
  self->present = is_present;
  if (syl_year_week_get_pick (self) != NULL)
    self->pick_state = syl_pick_get_state (syl_year_week_get_pick (self));
  return self;
}

/**
 * syl_year_week_get_number:
 * @self: a week
 *
 * Returns: its number in the year, from 1
 */
unsigned int
syl_year_week_get_number (SylYearWeek *self)
{
  return self->number;
}

/**
 * syl_year_week_looks_like:
 * @self: a week
 * @other: a week, maybe of a year that was read later
 *
 * Returns: whether a row shows the same of both
 */
gboolean
syl_year_week_looks_like (SylYearWeek *self,
                          SylYearWeek *other)
{
  g_autofree char *title = syl_year_week_dup_title (self);
  g_autofree char *other_title = syl_year_week_dup_title (other);
  g_autofree char *caption = syl_year_week_dup_caption (self);
  g_autofree char *other_caption = syl_year_week_dup_caption (other);

  return self->week.state == other->week.state && self->present == other->present &&
         syl_year_week_get_pick (self) == syl_year_week_get_pick (other) && self->pick_state == other->pick_state &&
         g_str_equal (title, other_title) && g_str_equal (caption, other_caption);
}

/**
 * syl_year_week_get_pick:
 * @self: a week
 *
 * Returns: (transfer none) (nullable): its pick, or the one that was missed in it
 */
SylPick *
syl_year_week_get_pick (SylYearWeek *self)
{
  int pick = self->week.pick >= 0 ? self->week.pick : self->week.entry;

  return pick >= 0 ? syl_year_get_pick (self->year, pick) : NULL;
}

/**
 * syl_year_week_get_state:
 * @self: a week
 *
 * Returns: what becomes, or became, of it
 */
SylPlanWeekState
syl_year_week_get_state (SylYearWeek *self)
{
  return self->week.state;
}

/**
 * syl_year_week_get_present:
 * @self: a week
 *
 * Returns: whether today is in it
 */
gboolean
syl_year_week_get_present (SylYearWeek *self)
{
  return self->present;
}

/**
 * syl_year_week_is_ahead:
 * @self: a week
 *
 * Returns: whether a pick is planned in it that can be moved
 */
gboolean
syl_year_week_is_ahead (SylYearWeek *self)
{
  return self->week.state == SYL_PLAN_WEEK_PLANNED && self->week.pick >= 0;
}

static const char *
get_name (SylPlanWeekState state)
{
  switch (state)
    {
    case SYL_PLAN_WEEK_PAUSED:
      return _("Paused");
    case SYL_PLAN_WEEK_FREE:
      return _("Free Week");
    case SYL_PLAN_WEEK_MISSED:
      return _("Nothing read");
    case SYL_PLAN_WEEK_PLANNED:
    case SYL_PLAN_WEEK_READ:
    case SYL_PLAN_WEEK_SKIPPED:
    default:
      return "";
    }
}

/**
 * syl_year_week_dup_title:
 * @self: a week
 *
 * Returns: (transfer full): the title of its pick; without one, what it is for
 */
char *
syl_year_week_dup_title (SylYearWeek *self)
{
  const char *name = get_name (self->week.state);
  SylPick *pick = syl_year_week_get_pick (self);

  return g_strdup (*name == '\0' && pick != NULL ? syl_pick_get_title (pick) : name);
}

static char *
dup_days (SylYearWeek *self)
{
  GDate sunday = self->week.monday;
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_date_add_days (&sunday, 6);
  first = g_date_time_new_local (g_date_get_year (&self->week.monday), (int) g_date_get_month (&self->week.monday),
                                 g_date_get_day (&self->week.monday), 12, 0, 0);
  last = g_date_time_new_local (g_date_get_year (&sunday), (int) g_date_get_month (&sunday), g_date_get_day (&sunday),
                                12, 0, 0);
  /* Translators: a day without its year, such as “3 Nov”; see the documentation of strftime */
  from = g_date_time_format (first, _("%-d %b"));
  to = g_date_time_format (last, _("%-d %b"));
  /* Translators: the first and the last day of a week */
  return g_strdup_printf (_("%s–%s"), from, to);
}

static void
append (GString    *line,
        const char *text)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

/* It would come sooner, but for a pick that is to be read before it. */
static void
append_reason (SylYearWeek *self,
               GString     *line)
{
  const SylPlan *plan = syl_year_get_plan (self->year);
  int waits = syl_year_week_is_ahead (self) ? plan->waits[self->week.pick] : -1;
  SylPick *before = waits >= 0 ? syl_year_get_pick (self->year, waits) : NULL;
  g_autofree char *text = NULL;

  if (before == NULL)
    return;
  /* Translators: %s is the title of another pick, which is read before */
  text = g_strdup_printf (_("after “%s”"), syl_pick_get_title (before));
  append (line, text);
}

/**
 * syl_year_week_dup_caption:
 * @self: a week
 *
 * Returns: (transfer full): which week it is, how long its pick takes, and why it is not earlier
 */
char *
syl_year_week_dup_caption (SylYearWeek *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *days = dup_days (self);
  g_autofree char *week = NULL;
  SylPick *pick = syl_year_week_get_pick (self);

  /* Translators: number of a week of the reader’s year */
  week = self->present ? g_strdup (_("This Week")) : g_strdup_printf (_("Week %u"), self->number);
  append (line, week);
  append (line, days);
  if (syl_year_week_is_ahead (self) && syl_pick_get_minutes (pick) > 0)
    {
      g_autofree char *duration = syl_words_dup_duration (syl_pick_get_minutes (pick));
      g_auto (GStrv) parts = g_strsplit (duration, " ", -1);
      g_autofree char *unbroken = g_strjoinv ("\u00a0", parts);

      append (line, unbroken);
    }
  append_reason (self, line);
  return g_string_free_and_steal (g_steal_pointer (&line));
}
