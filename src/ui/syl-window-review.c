/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "review/syl-card-dialog.h"
#include "review/syl-review-page.h"
#include "review/syl-review-words.h"
#include "syl-window-private.h"

void
_syl_window_ensure_review (SylWindow *self)
{
  if (self->review_page != NULL)
    return;

  self->review_page = syl_review_page_new (self->library);
  gtk_stack_add_named (self->whole_stack, self->review_page, "review");
}

static void
offer_card_undo (SylWindow  *self,
                 const char *uuid)
{
  AdwToast *toast = adw_toast_new (_("Question deleted"));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-card");
  adw_toast_set_action_target (toast, "s", uuid);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

typedef struct
{
  SylWindow *self; /* owned */
  char *uuid;      /* owned */
  gboolean deleted;
} CardEdit;

static void
card_edit_free (CardEdit *edit)
{
  g_clear_object (&edit->self);
  g_free (edit->uuid);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CardEdit, card_edit_free)

static void
card_deleted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CardEdit) edit = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_delete_card_finish (SYL_LIBRARY (object), result, &error);
  if (g_cancellable_is_cancelled (edit->self->cancellable))
    return;

  if (error != NULL)
    syl_window_show_toast (edit->self, syl_review_words_for_error (error));
  else if (edit->deleted)
    offer_card_undo (edit->self, edit->uuid);
}

/* Deletes a card and offers to take it back, or takes it back. */
static void
delete_card_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CardEdit *edit = g_new0 (CardEdit, 1);

  edit->self = g_object_ref (SYL_WINDOW (widget));
  edit->uuid = g_variant_dup_string (parameter, NULL);
  edit->deleted = g_str_equal (name, "win.delete-card");
  syl_library_delete_card_async (edit->self->library, edit->uuid, edit->deleted, NULL, card_deleted_cb, edit);
}

typedef struct
{
  SylWindow *self;         /* owned */
  SylHighlight *highlight; /* owned, nullable */
} NewCard;

static void
new_card_free (NewCard *card)
{
  g_clear_object (&card->self);
  g_clear_object (&card->highlight);
  g_free (card);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewCard, new_card_free)

static void
pick_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (NewCard) card = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylPick) pick = syl_library_find_pick_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pick != NULL)
    adw_dialog_present (syl_card_dialog_new_for_highlight (card->self->library, pick, card->highlight),
                        GTK_WIDGET (card->self));
  else
    syl_window_show_toast (card->self, _("This pick is not in the list"));
}

static void
highlight_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (NewCard) card = user_data;
  g_autoptr (GError) error = NULL;
  SylHighlight *highlight = syl_library_find_highlight_finish (SYL_LIBRARY (object), result, &error);
  SylWindow *self = card->self;

  card->highlight = highlight;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (highlight != NULL)
    syl_library_find_pick_async (self->library, syl_highlight_get_pick_slug (highlight), self->cancellable,
                                 pick_found_cb, g_steal_pointer (&card));
  else
    syl_window_show_toast (self, _("This highlight is not there any more"));
}

static void
add_to_review_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);
  NewCard *card = g_new0 (NewCard, 1);

  card->self = g_object_ref (self);
  syl_library_find_highlight_async (self->library, g_variant_get_string (parameter, NULL), self->cancellable,
                                    highlight_found_cb, card);
}

void
_syl_window_install_review_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-review", "s", add_to_review_action);
  gtk_widget_class_install_action (widget_class, "win.delete-card", "s", delete_card_action);
  gtk_widget_class_install_action (widget_class, "win.restore-card", "s", delete_card_action);
}
