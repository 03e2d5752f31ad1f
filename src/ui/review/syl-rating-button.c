/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-rating-button.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "recall/syl-recall.h"
#include "review/syl-review-words.h"

struct _SylRatingButton
{
  GtkButton parent_instance;

  char *title; /* owned, nullable */
  unsigned int rating;

  GtkLabel *key;
  GtkLabel *when;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_RATING,
} SylRatingButtonProps;

static GParamSpec *properties[PROP_RATING + 1];

G_DEFINE_FINAL_TYPE (SylRatingButton, syl_rating_button, GTK_TYPE_BUTTON)

static void
set_rating (SylRatingButton *self,
            unsigned int     rating)
{
  g_autofree char *key = g_strdup_printf ("%u", rating);

  self->rating = rating;
  gtk_label_set_label (self->key, key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "u", rating);
}

static void
syl_rating_button_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylRatingButton *self = SYL_RATING_BUTTON (object);

  switch ((SylRatingButtonProps) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_RATING:
      g_value_set_uint (value, self->rating);
      break;
    }
}

static void
syl_rating_button_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylRatingButton *self = SYL_RATING_BUTTON (object);

  switch ((SylRatingButtonProps) property_id)
    {
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_RATING:
      set_rating (self, g_value_get_uint (value));
      break;
    }
}

static void
syl_rating_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_RATING_BUTTON);

  G_OBJECT_CLASS (syl_rating_button_parent_class)->dispose (object);
}

static void
syl_rating_button_finalize (GObject *object)
{
  g_free (SYL_RATING_BUTTON (object)->title);

  G_OBJECT_CLASS (syl_rating_button_parent_class)->finalize (object);
}

static void
syl_rating_button_class_init (SylRatingButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = syl_rating_button_dispose;
  object_class->finalize = syl_rating_button_finalize;
  object_class->get_property = syl_rating_button_get_property;
  object_class->set_property = syl_rating_button_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_RATING] = g_param_spec_uint ("rating", NULL, NULL, 0, SYL_FSRS_EASY, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-rating-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SylRatingButton, key);
  gtk_widget_class_bind_template_child (widget_class, SylRatingButton, when);
}

static void
syl_rating_button_init (SylRatingButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_rating_button_set_card:
 * @self: a button
 * @card: what is rated
 * @today: the present day
 */
void
syl_rating_button_set_card (SylRatingButton *self,
                            const SylCard   *card,
                            const GDate     *today)
{
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;
  SylFsrsMemory next;
  GDate due;

  g_return_if_fail (SYL_IS_RATING_BUTTON (self));

  syl_recall_rate (&card->memory, &card->last, (SylFsrsRating) self->rating, today, &next, &due);
  when = syl_review_words_dup_interval (g_date_days_between (today, &due));
  gtk_label_set_label (self->when, when);
  /* Translators: a rating for those who listen, and when the question comes back, as in “Good, in 3 days” */
  name = g_strdup_printf (_("%s, %s"), self->title, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
