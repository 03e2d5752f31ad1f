/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-week-calendar.h"

#include "progress/syl-progress-words.h"
#include "progress/syl-week-cell.h"

#define COLUMNS 5 /* a month has no more weeks, each being of the month of its Thursday */
#define GAP 4
#define LABEL_GAP 12
#define CELL 30

/* Where a week is. */
typedef struct
{
  GtkWidget *cell; /* child */
  int row;
  int column;
} Place;

struct _SylWeekCalendar
{
  GtkWidget parent_instance;

  SylYear *year;             /* owned, nullable */
  SylPlanProgress *progress; /* owned, nullable */
  GArray *places;            /* owned; of Place */
  GPtrArray *months;         /* owned; of labels, children */
  guint cursor;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylWeekCalendar, syl_week_calendar, GTK_TYPE_WIDGET)

static Place *
get_place (SylWeekCalendar *self,
           guint            index)
{
  return &g_array_index (self->places, Place, index);
}

static int
measure_labels (SylWeekCalendar *self)
{
  int widest = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      int width;

      gtk_widget_measure (g_ptr_array_index (self->months, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widest = MAX (widest, width);
    }
  return widest + LABEL_GAP;
}

static void
syl_week_calendar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (widget);
  int n = orientation == GTK_ORIENTATION_HORIZONTAL ? COLUMNS : (int) self->months->len;

  *minimum = *natural = MAX (0, n * (CELL + GAP) - GAP);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural += measure_labels (self);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
syl_week_calendar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int labels = measure_labels (self);

  for (guint i = 0; i < self->months->len; i++)
    allocate (g_ptr_array_index (self->months, i), from_right ? width - labels + LABEL_GAP : 0, (int) i * (CELL + GAP),
              labels - LABEL_GAP, CELL);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      int x = labels + place->column * (CELL + GAP);

      allocate (place->cell, from_right ? width - x - CELL : x, place->row * (CELL + GAP), CELL, CELL);
    }
}

static void
move_to (SylWeekCalendar *self,
         guint            index)
{
  if (index >= self->places->len)
    return;
  self->cursor = index;
  gtk_widget_grab_focus (get_place (self, index)->cell);
}

/* The week in another row that is nearest to the same column. */
static guint
find_beside (SylWeekCalendar *self,
             int              step)
{
  const Place *from = get_place (self, self->cursor);
  guint found = G_MAXUINT;
  int best = G_MAXINT;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = get_place (self, i);
      int distance = ABS (place->column - from->column);

      if (place->row != from->row + step || distance >= best)
        continue;
      best = distance;
      found = i;
    }
  return found;
}

static guint
find_target (SylWeekCalendar  *self,
             GtkDirectionType  direction)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return find_beside (self, direction == GTK_DIR_DOWN ? 1 : -1);
  if ((direction == GTK_DIR_RIGHT) != from_right)
    return self->cursor + 1;
  return self->cursor > 0 ? self->cursor - 1 : G_MAXUINT;
}

/* Tab comes to one week, and leaves from it. */
static gboolean
syl_week_calendar_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (widget);

  if (self->places->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    {
      move_to (self, MIN (self->cursor, self->places->len - 1));
      return TRUE;
    }
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  move_to (self, find_target (self, direction));
  return TRUE;
}

static gboolean
go_to_edge (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (widget);

  move_to (self, g_variant_get_boolean (arguments) && self->places->len > 0 ? self->places->len - 1 : 0);
  return TRUE;
}

static void
cell_activate_cb (SylWeekCalendar *self,
                  GtkWidget       *cell)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (self->progress->weeks, SylPlanProgressWeek, i).week;
      SylPick *pick = syl_progress_words_get_pick (self->year, week);

      if (get_place (self, i)->cell != cell)
        continue;
      move_to (self, i);
      if (pick != NULL)
        g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, pick);
      return;
    }
}

static void
drop_cells (SylWeekCalendar *self,
            guint            n_left)
{
  for (guint i = n_left; i < self->places->len; i++)
    gtk_widget_unparent (get_place (self, i)->cell);
  if (n_left < self->places->len)
    g_array_set_size (self->places, n_left);
}

static void
add_cells (SylWeekCalendar *self,
           guint            n_weeks)
{
  while (self->places->len < n_weeks)
    {
      Place place = { .cell = syl_week_cell_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM) };

      gtk_widget_set_parent (place.cell, GTK_WIDGET (self));
      g_signal_connect_object (place.cell, "activate", G_CALLBACK (cell_activate_cb), self, G_CONNECT_SWAPPED);
      g_array_append_val (self->places, place);
    }
}

static void
add_month (SylWeekCalendar *self,
           const GDate     *day)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign", 0.0,
                                   NULL);
  char text[64];

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  if (g_date_strftime (text, sizeof text,
                       self->months->len == 0 || g_date_get_month (day) == G_DATE_JANUARY ? "%b %Y" : "%b", day) > 0)
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_insert_after (label, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->months, label);
}

static void
drop_months (SylWeekCalendar *self)
{
  for (guint i = 0; i < self->months->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->months, i));
  g_ptr_array_set_size (self->months, 0);
}

static void
set_cell (SylWeekCalendar *self,
          guint            index)
{
  SylWeekCell *cell = SYL_WEEK_CELL (get_place (self, index)->cell);
  g_autofree char *label = syl_progress_words_dup_week (self->year, self->progress, index);

  syl_week_cell_set_state (cell, g_array_index (self->progress->weeks, SylPlanProgressWeek, index).week.state,
                           index == self->progress->present);
  syl_week_cell_set_label (cell, label);
}

static void
lay_weeks (SylWeekCalendar *self)
{
  GDateMonth last = G_DATE_BAD_MONTH;

  drop_months (self);
  for (guint i = 0; i < self->places->len; i++)
    {
      GDate day = g_array_index (self->progress->weeks, SylPlanProgressWeek, i).week.monday;

      g_date_add_days (&day, 3);
      if (g_date_get_month (&day) != last)
        add_month (self, &day);
      last = g_date_get_month (&day);
      get_place (self, i)->row = (int) self->months->len - 1;
      get_place (self, i)->column = (g_date_get_day (&day) - 1) / 7;
      set_cell (self, i);
    }
}

static void
syl_week_calendar_dispose (GObject *object)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (object);

  drop_cells (self, 0);
  drop_months (self);
  g_clear_object (&self->year);
  g_clear_pointer (&self->progress, syl_plan_progress_unref);

  G_OBJECT_CLASS (syl_week_calendar_parent_class)->dispose (object);
}

static void
syl_week_calendar_finalize (GObject *object)
{
  SylWeekCalendar *self = SYL_WEEK_CALENDAR (object);

  g_array_unref (self->places);
  g_ptr_array_unref (self->months);

  G_OBJECT_CLASS (syl_week_calendar_parent_class)->finalize (object);
}

static void
syl_week_calendar_class_init (SylWeekCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_week_calendar_dispose;
  object_class->finalize = syl_week_calendar_finalize;
  widget_class->measure = syl_week_calendar_measure;
  widget_class->size_allocate = syl_week_calendar_size_allocate;
  widget_class->focus = syl_week_calendar_focus;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, SYL_TYPE_PICK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_edge, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_edge, "b", TRUE);
}

static void
syl_week_calendar_init (SylWeekCalendar *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->months = g_ptr_array_new ();
  self->cursor = G_MAXUINT;
}

/**
 * syl_week_calendar_set_year:
 * @self: a calendar
 * @year: whose weeks it shows
 * @progress: how they went
 *
 * The week that had the focus keeps it.
 */
void
syl_week_calendar_set_year (SylWeekCalendar *self,
                            SylYear         *year,
                            SylPlanProgress *progress)
{
  g_autofree char *label = syl_progress_words_dup_weeks (progress);

  g_return_if_fail (SYL_IS_WEEK_CALENDAR (self));

  g_set_object (&self->year, year);
  g_clear_pointer (&self->progress, syl_plan_progress_unref);
  self->progress = syl_plan_progress_ref (progress);
  if (self->cursor == G_MAXUINT)
    self->cursor = progress->present;
  drop_cells (self, progress->weeks->len);
  add_cells (self, progress->weeks->len);
  lay_weeks (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
