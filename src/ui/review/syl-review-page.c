/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-review-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "review/syl-card-dialog.h"
#include "review/syl-questions-page.h"
#include "review/syl-review-card.h"
#include "review/syl-review-words.h"

struct _SylReviewPage
{
  AdwBin parent_instance;

  SylLibrary *library;       /* owned */
  SylReview *review;         /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the present reading */
  char *uuid;                /* owned, nullable: of the card that is to stay, where it can */
  char *asked;               /* owned, nullable: of the card that is shown */
  SylCard *rated;            /* owned, nullable: the last one that was rated, as it was before */
  guint busy : 1;            /* a rating is on its way, or on its way back */
  guint reveals : 1;         /* the words of the next card are shown at once */
  guint wants_focus : 1;     /* as soon as there is a card */

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *done_page;
  SylReviewCard *card;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (SylReviewPage, syl_review_page, ADW_TYPE_BIN)

static SylCard *
find_card (SylReviewPage *self,
           const char    *uuid)
{
  for (guint i = 0; self->review != NULL && i < self->review->cards->len; i++)
    {
      SylCard *card = g_ptr_array_index (self->review->cards, i);

      if (g_strcmp0 (card->uuid, uuid) == 0)
        return card;
    }
  return NULL;
}

static void
update_actions (SylReviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = !syl_library_get_read_only (self->library);
  gboolean asked = find_card (self, self->uuid) != NULL;
  gboolean revealed = syl_review_card_get_revealed (self->card);

  gtk_widget_action_set_enabled (widget, "review.show", asked && !revealed);
  gtk_widget_action_set_enabled (widget, "review.rate", asked && revealed && editable && !self->busy);
  gtk_widget_action_set_enabled (widget, "review.undo", self->rated != NULL && !self->busy);
  gtk_widget_action_set_enabled (widget, "review.show-pick", asked);
  gtk_widget_action_set_enabled (widget, "review.edit", asked && editable);
  gtk_widget_action_set_enabled (widget, "review.delete", asked && editable);
  gtk_widget_set_visible (self->undo_button, self->rated != NULL);
}

static void
announce (SylReviewPage *self,
          const char    *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Returns: (transfer full): how far the reader is, such as “2 of 5” */
static char *
dup_count (SylReviewPage *self)
{
  unsigned int n_done = self->review->n_done;

  /* Translators: the number of a question, and how many there are this week */
  return g_strdup_printf (_("%u of %u"), n_done + 1, n_done + self->review->cards->len);
}

static void
show_card (SylReviewPage *self,
           const SylCard *card)
{
  gboolean is_new = g_set_str (&self->asked, card->uuid);
  gboolean revealed = is_new ? self->reveals : syl_review_card_get_revealed (self->card);
  g_autofree char *count = dup_count (self);
  g_autofree char *text = NULL;

  g_set_str (&self->uuid, card->uuid);
  self->reveals = FALSE;
  adw_window_title_set_subtitle (self->title, count);
  syl_review_card_set_card (self->card, card, revealed);
  if (!is_new)
    return;

  gtk_stack_set_visible_child_name (self->stack, "card");
  /* Translators: for those who listen: how far they are, as in “2 of 5”, and a question */
  text = g_strdup_printf (_("%s: %s"), count, card->question);
  announce (self, text);
}

/* Where there are no cards but for those to come, or none at all. */
static void
show_nothing (SylReviewPage *self)
{
  gboolean known = g_date_valid (&self->review->next);
  g_autofree char *text = NULL;
  GDate today;

  g_clear_pointer (&self->uuid, g_free);
  adw_window_title_set_subtitle (self->title, "");
  if (known)
    {
      syl_local_time_get_today (&today);
      text = syl_review_words_dup_next (&self->review->next, &today);
      adw_status_page_set_description (self->done_page, text);
    }
  if (self->asked != NULL)
    announce (self, _("Nothing to Review"));
  g_clear_pointer (&self->asked, g_free);
  gtk_stack_set_visible_child_name (self->stack, known ? "done" : "none");
}

/* The card that the reader thinks about stays, whatever else has come. */
static void
take_review (SylReviewPage *self,
             SylReview     *review)
{
  gboolean has_focus = self->wants_focus || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autofree char *last = g_strdup (self->asked);
  SylCard *card;

  g_clear_pointer (&self->review, syl_review_free);
  self->review = review;
  card = find_card (self, self->uuid);
  if (card != NULL)
    show_card (self, card);
  else if (review->cards->len > 0)
    show_card (self, g_ptr_array_index (review->cards, 0));
  else
    show_nothing (self);
  update_actions (self);
  self->wants_focus = FALSE;
  if (has_focus && g_strcmp0 (last, self->asked) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylReview *review = syl_library_load_review_finish (SYL_LIBRARY (object), result, &error);
  SylReviewPage *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (review != NULL)
    take_review (self, review);
  else
    g_message ("The questions could not be read: %s", error->message);
}

/* Not while it is out of sight, and not between a rating and the day that follows from it. */
static void
load (SylReviewPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->busy)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  syl_library_load_review_async (self->library, self->cancellable, loaded_cb, self);
}

static void
set_busy (SylReviewPage *self,
          gboolean       busy)
{
  self->busy = busy;
  if (busy)
    g_cancellable_cancel (self->cancellable);
  update_actions (self);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  syl_review_card_reveal (self->card);
  update_actions (self);
}

static void
report (SylReviewPage *self,
        const GError  *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_review_words_for_error (error));
}

static void
rated_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SylReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = syl_library_rate_card_finish (SYL_LIBRARY (object), result, &error);

  if (self->library == NULL)
    return;

  if (done)
    g_clear_pointer (&self->uuid, g_free);
  else
    {
      g_clear_pointer (&self->rated, syl_card_free);
      report (self, error);
    }
  set_busy (self, FALSE);
  load (self);
}

static void
rate_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);
  const SylCard *card = find_card (self, self->uuid);

  g_clear_pointer (&self->rated, syl_card_free);
  self->rated = syl_card_copy (card);
  set_busy (self, TRUE);
  syl_library_rate_card_async (self->library, card->uuid, (SylFsrsRating) g_variant_get_uint32 (parameter), NULL,
                               rated_cb, g_object_ref (self));
}

static void
unrated_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylCard) card = g_steal_pointer (&self->rated);
  gboolean done = syl_library_unrate_card_finish (SYL_LIBRARY (object), result, &error);

  if (self->library == NULL)
    return;

  if (done)
    {
      g_set_str (&self->uuid, card->uuid);
      self->reveals = TRUE;
    }
  else
    report (self, error);
  set_busy (self, FALSE);
  load (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  set_busy (self, TRUE);
  syl_library_unrate_card_async (self->library, self->rated, NULL, unrated_cb, g_object_ref (self));
}

static void
show_pick_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  gtk_widget_activate_action (widget, "win.show-pick", "s", find_card (self, self->uuid)->pick_slug);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  adw_dialog_present (syl_card_dialog_new_for_card (self->library, find_card (self, self->uuid)), widget);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.delete-card", "s", SYL_REVIEW_PAGE (widget)->uuid);
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self))),
                            syl_questions_page_new (self->library));
}

/* To the card; where there is none, to what stands in its place. */
static gboolean
syl_review_page_grab_focus (GtkWidget *widget)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  self->wants_focus = g_strcmp0 (name, "loading") == 0;
  if (g_strcmp0 (name, "card") == 0 && gtk_widget_grab_focus (GTK_WIDGET (self->card)))
    return TRUE;
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
syl_review_page_map (GtkWidget *widget)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (syl_review_page_parent_class)->map (widget);

  load (self);
}

static void
syl_review_page_dispose (GObject *object)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_REVIEW_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_review_page_parent_class)->dispose (object);
}

static void
syl_review_page_finalize (GObject *object)
{
  SylReviewPage *self = SYL_REVIEW_PAGE (object);

  g_clear_pointer (&self->review, syl_review_free);
  g_clear_pointer (&self->rated, syl_card_free);
  g_free (self->uuid);
  g_free (self->asked);

  G_OBJECT_CLASS (syl_review_page_parent_class)->finalize (object);
}

static void
syl_review_page_class_init (SylReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_review_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_review_page_finalize;
  widget_class->grab_focus = syl_review_page_grab_focus;
  widget_class->map = syl_review_page_map;

  g_type_ensure (SYL_TYPE_REVIEW_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, SylReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SylReviewPage, done_page);
  gtk_widget_class_bind_template_child (widget_class, SylReviewPage, card);
  gtk_widget_class_bind_template_child (widget_class, SylReviewPage, undo_button);
  gtk_widget_class_install_action (widget_class, "review.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "review.rate", "u", rate_action);
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "review.show-pick", NULL, show_pick_action);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "review.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "review.list", NULL, list_action);
}

static void
syl_review_page_init (SylReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_review_page_new:
 * @library: a library
 *
 * Returns: (transfer floating): a page of its questions, which it reads when it is looked at
 */
GtkWidget *
syl_review_page_new (SylLibrary *library)
{
  SylReviewPage *self = g_object_new (SYL_TYPE_REVIEW_PAGE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::n-questions", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}
