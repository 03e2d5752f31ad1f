/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-review-card.h"

#include "call/syl-local-time.h"
#include "review/syl-rating-button.h"
#include "review/syl-review-words.h"
#include "widgets/syl-markdown-view.h"

struct _SylReviewCard
{
  AdwBin parent_instance;

  char *pick_slug; /* owned, nullable */

  GtkScrolledWindow *scrolled_window;
  GtkLabel *pick;
  GtkLabel *question;
  GtkWidget *show_button;
  GtkWidget *words;
  SylMarkdownView *words_view;
  GtkWidget *ratings;
  SylRatingButton *again;
  SylRatingButton *hard;
  SylRatingButton *good;
  SylRatingButton *easy;
};

G_DEFINE_FINAL_TYPE (SylReviewCard, syl_review_card, ADW_TYPE_BIN)

static gboolean
activate_link_cb (SylReviewCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-pick", "s", self->pick_slug);
  return TRUE;
}

static void
show_pick (SylReviewCard *self,
           const SylCard *card)
{
  g_autofree char *link = g_markup_printf_escaped ("<a href=\"syllabus:\">%s</a>", card->pick_title);

  g_set_str (&self->pick_slug, card->pick_slug);
  gtk_label_set_label (self->pick, link);
}

static void
set_revealed (SylReviewCard *self,
              gboolean       revealed)
{
  gtk_widget_set_visible (self->show_button, !revealed);
  gtk_widget_set_visible (self->words, revealed);
  gtk_widget_set_visible (self->ratings, revealed);
}

static gboolean
syl_review_card_grab_focus (GtkWidget *widget)
{
  SylReviewCard *self = SYL_REVIEW_CARD (widget);

  return gtk_widget_grab_focus (syl_review_card_get_revealed (self) ? self->words : self->show_button);
}

static void
syl_review_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_REVIEW_CARD);

  G_OBJECT_CLASS (syl_review_card_parent_class)->dispose (object);
}

static void
syl_review_card_finalize (GObject *object)
{
  g_free (SYL_REVIEW_CARD (object)->pick_slug);

  G_OBJECT_CLASS (syl_review_card_parent_class)->finalize (object);
}

static void
syl_review_card_class_init (SylReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_review_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_review_card_finalize;
  widget_class->grab_focus = syl_review_card_grab_focus;

  g_type_ensure (SYL_TYPE_MARKDOWN_VIEW);
  g_type_ensure (SYL_TYPE_RATING_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, pick);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, question);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, show_button);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, words);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, words_view);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, ratings);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, again);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, hard);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, good);
  gtk_widget_class_bind_template_child (widget_class, SylReviewCard, easy);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
}

static void
syl_review_card_init (SylReviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_review_card_set_card:
 * @self: a card
 * @card: what is asked
 * @revealed: whether the reader’s words are shown already
 */
void
syl_review_card_set_card (SylReviewCard *self,
                          const SylCard *card,
                          gboolean       revealed)
{
  SylRatingButton *buttons[] = { self->again, self->hard, self->good, self->easy };
  GDate today;

  g_return_if_fail (SYL_IS_REVIEW_CARD (self));

  syl_local_time_get_today (&today);
  show_pick (self, card);
  gtk_label_set_label (self->question, card->question);
  syl_markdown_view_set_text (self->words_view, card->answer);
  for (size_t i = 0; i < G_N_ELEMENTS (buttons); i++)
    syl_rating_button_set_card (buttons[i], card, &today);
  set_revealed (self, revealed);
  if (!revealed)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/**
 * syl_review_card_reveal:
 * @self: a card
 *
 * Shows the reader’s words, puts the keyboard there, and reads them out.
 */
void
syl_review_card_reveal (SylReviewCard *self)
{
  g_return_if_fail (SYL_IS_REVIEW_CARD (self));

  set_revealed (self, TRUE);
  gtk_widget_grab_focus (self->words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), syl_markdown_view_get_text (self->words_view),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * syl_review_card_get_revealed:
 * @self: a card
 *
 * Returns: whether the reader’s words are shown
 */
gboolean
syl_review_card_get_revealed (SylReviewCard *self)
{
  g_return_val_if_fail (SYL_IS_REVIEW_CARD (self), FALSE);

  return gtk_widget_get_visible (self->words);
}
