/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "year/syl-year-pane-private.h"

static gboolean
is_same (SylYearPane *self,
         GPtrArray   *weeks,
         guint        old,
         guint        new)
{
  g_autoptr (SylYearWeek) week = g_list_model_get_item (G_LIST_MODEL (self->weeks), old);

  return syl_year_week_looks_like (week, g_ptr_array_index (weeks, new));
}

/* Rows that stay as they are keep the list where the reader scrolled it to. */
static void
splice (SylYearPane *self,
        GPtrArray   *weeks)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->weeks));
  guint n_most = MIN (n_old, weeks->len);
  guint n_first = 0, n_last = 0;

  while (n_first < n_most && is_same (self, weeks, n_first, n_first))
    n_first++;
  while (n_last < n_most - n_first && is_same (self, weeks, n_old - 1 - n_last, weeks->len - 1 - n_last))
    n_last++;
  if (n_old != weeks->len || n_first < n_old)
    g_list_store_splice (self->weeks, n_first, n_old - n_first - n_last, weeks->pdata + n_first,
                         weeks->len - n_first - n_last);
}

/* Returns: number of the week of the pick that was moved, if it is another one by now; 0 */
static guint
find_moved (SylYearPane *self)
{
  int pick = self->moved != NULL ? syl_year_find_pick (self->year, self->moved) : -1;
  guint number = pick >= 0 ? syl_plan_number_pick (syl_year_get_plan (self->year), pick) : 0;
  g_autoptr (SylYearWeek) before = NULL;

  if (number > 0)
    before = g_list_model_get_item (G_LIST_MODEL (self->weeks), number - 1);
  return before != NULL && syl_year_week_get_pick (before) == self->moved ? 0 : number;
}

static void
announce (SylYearPane *self,
          guint        number)
{
  g_autofree char *text = NULL;

  /* Translators: for those who listen: a pick that was moved, and the number of its week now */
  text = g_strdup_printf (_("“%s” is in week %u now"), syl_pick_get_title (self->moved), number);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->list_view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Returns: index of the week whose row has the focus; -1 */
int
_syl_year_pane_find_focus (SylYearPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return -1;
  row = gtk_widget_get_ancestor (focus, SYL_TYPE_YEAR_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);
  return SYL_IS_YEAR_ROW (row) ? (int) syl_year_week_get_number (syl_year_row_get_week (SYL_YEAR_ROW (row))) - 1 : -1;
}

static void
focus_week (SylYearPane *self,
            guint        index)
{
  guint n_weeks = g_list_model_get_n_items (G_LIST_MODEL (self->weeks));

  if (n_weeks == 0)
    return;

  gtk_list_view_scroll_to (self->list_view, MIN (index, n_weeks - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
has_pick (SylYearPane *self,
          int          index,
          SylPick     *pick)
{
  g_autoptr (SylYearWeek) week = index >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->weeks), (guint) index) : NULL;

  return week != NULL && syl_year_week_get_pick (week) == pick;
}

/* Shows the weeks of the year. The focus goes along with a pick that was moved, until the reader goes
 * elsewhere: more steps of it may be under way. Else it stays. */
void
_syl_year_pane_take_weeks (SylYearPane *self)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func (g_object_unref);
  const SylPlan *plan = syl_year_get_plan (self->year);
  int focus = _syl_year_pane_find_focus (self);
  guint moved;

  if (has_pick (self, focus, self->moved))
    self->moving = FALSE;
  else if (!self->moving)
    g_clear_object (&self->moved);
  moved = find_moved (self);
  for (guint i = 0; i < plan->weeks->len; i++)
    g_ptr_array_add (weeks, syl_year_week_new (self->year, i, i == self->present));
  splice (self, weeks);
  if (moved > 0)
    {
      focus_week (self, moved - 1);
      announce (self, moved);
      self->moving = FALSE;
    }
  else if (focus >= 0)
    focus_week (self, (guint) focus);
}
