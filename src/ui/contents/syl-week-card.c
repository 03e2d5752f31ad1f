/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contents/syl-week-card.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

#define WEEKS_OF_A_YEAR 52

struct _SylWeekCard
{
  GtkWidget parent_instance;

  SylLibrary *library;       /* owned, nullable */
  SylPick *pick;             /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the present look-up */
  GtkWidget *card;
  GtkLabel *week_label;
  GtkLabel *title_label;
  GtkLabel *duration_label;
  GtkWidget *button;
};

typedef enum
{
  PROP_LIBRARY = 1,
} SylWeekCardProps;

static GParamSpec *properties[PROP_LIBRARY + 1];

G_DEFINE_FINAL_TYPE (SylWeekCard, syl_week_card, GTK_TYPE_WIDGET)

static char *
dup_week_text (unsigned int week)
{
  if (week == 0 || week > WEEKS_OF_A_YEAR)
    return g_strdup (_("This Week"));

  /* Translators: the first number counts the weeks of the reader's year, the second is 52 */
  return g_strdup_printf (_("Week %u of %u"), week, (unsigned int) WEEKS_OF_A_YEAR);
}

static void
show_week (SylWeekCard  *self,
           unsigned int  week,
           const char   *title,
           const char   *fact)
{
  g_autofree char *week_text = dup_week_text (week);

  gtk_label_set_label (self->week_label, week_text);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->duration_label, fact);
  gtk_widget_set_visible (GTK_WIDGET (self->duration_label), *fact != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
show_pick (SylWeekCard  *self,
           SylPick      *pick,
           unsigned int  week)
{
  gboolean read = syl_pick_get_state (pick) == SYL_PICK_STATE_READ;
  g_autofree char *duration = NULL;

  if (syl_pick_get_minutes (pick) > 0)
    duration = syl_words_dup_duration (syl_pick_get_minutes (pick));
  gtk_widget_set_visible (self->button, !read);
  show_week (self, week, syl_pick_get_title (pick),
             read ? C_ ("state of a pick", "Read") : duration != NULL ? duration : "");
}

static void
year_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = syl_library_load_year_finish (SYL_LIBRARY (object), result, &error);
  SylWeekCard *self = user_data;
  const SylPlan *plan;
  SylPlanWeekState state = SYL_PLAN_WEEK_MISSED;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  plan = year != NULL ? syl_year_get_plan (year) : NULL;
  if (plan != NULL && plan->n_over < plan->weeks->len)
    state = g_array_index (plan->weeks, SylPlanWeek, plan->n_over).state;
  gtk_widget_set_visible (self->button, FALSE);
  if (state == SYL_PLAN_WEEK_FREE)
    show_week (self, plan->n_over + 1, _("Free Week"), _("Nothing is due"));
  else if (state == SYL_PLAN_WEEK_PAUSED)
    show_week (self, plan->n_over + 1, _("Paused"), _("Nothing is due"));
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* A week without a pick says why it has none. */
static void
find_week_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  unsigned int week = 0;
  g_autoptr (SylPick) pick = syl_library_find_week_finish (SYL_LIBRARY (object), result, &week, &error);
  SylWeekCard *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_set_object (&self->pick, pick);
  if (pick != NULL)
    show_pick (self, pick, week);
  else if (week > 0)
    syl_library_load_year_async (self->library, NULL, self->cancellable, year_cb, self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
cancel (SylWeekCard *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_now_cb (SylWeekCard *self)
{
  if (self->pick != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.read-pick", "s", syl_pick_get_slug (self->pick));
}

static void
syl_week_card_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SylWeekCard *self = SYL_WEEK_CARD (object);

  switch ((SylWeekCardProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    }
}

static void
syl_week_card_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SylWeekCard *self = SYL_WEEK_CARD (object);

  switch ((SylWeekCardProps) property_id)
    {
    case PROP_LIBRARY:
      syl_week_card_set_library (self, g_value_get_object (value));
      break;
    }
}

static void
syl_week_card_dispose (GObject *object)
{
  SylWeekCard *self = SYL_WEEK_CARD (object);

  cancel (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_WEEK_CARD);

  G_OBJECT_CLASS (syl_week_card_parent_class)->dispose (object);
}

static void
syl_week_card_class_init (SylWeekCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_week_card_dispose;
  object_class->get_property = syl_week_card_get_property;
  object_class->set_property = syl_week_card_set_property;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-week-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SylWeekCard, card);
  gtk_widget_class_bind_template_child (widget_class, SylWeekCard, week_label);
  gtk_widget_class_bind_template_child (widget_class, SylWeekCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, SylWeekCard, duration_label);
  gtk_widget_class_bind_template_child (widget_class, SylWeekCard, button);
  gtk_widget_class_bind_template_callback (widget_class, read_now_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
syl_week_card_init (SylWeekCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_week_card_get_library:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the library whose week it shows
 */
SylLibrary *
syl_week_card_get_library (SylWeekCard *self)
{
  g_return_val_if_fail (SYL_IS_WEEK_CARD (self), NULL);

  return self->library;
}

/**
 * syl_week_card_set_library:
 * @self: a card
 * @library: (nullable): the library whose week it is to show
 */
void
syl_week_card_set_library (SylWeekCard *self,
                           SylLibrary  *library)
{
  g_return_if_fail (SYL_IS_WEEK_CARD (self));

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "notify::list", G_CALLBACK (syl_week_card_refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "changed", G_CALLBACK (syl_week_card_refresh), self, G_CONNECT_SWAPPED);
    }
  syl_week_card_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * syl_week_card_refresh:
 * @self: a card
 *
 * Looks again which pick this week has: it may be another day by now.
 */
void
syl_week_card_refresh (SylWeekCard *self)
{
  g_return_if_fail (SYL_IS_WEEK_CARD (self));

  cancel (self);
  if (self->library == NULL || syl_library_get_list (self->library) == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  syl_library_find_week_async (self->library, NULL, self->cancellable, find_week_cb, self);
}
