/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-questions-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "review/syl-card-dialog.h"
#include "review/syl-review-words.h"
#include "text/syl-fold.h"

#define CARD_KEY "syl-card"

struct _SylQuestionsPage
{
  AdwNavigationPage parent_instance;

  SylLibrary *library;       /* owned */
  GCancellable *cancellable; /* owned, nullable: of the present reading */
  GPtrArray *cards;          /* owned, nullable */
  char **words;              /* owned, nullable: what is looked for */

  GtkWidget *search_box;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SylQuestionsPage, syl_questions_page, ADW_TYPE_NAVIGATION_PAGE)

static SylCard *
get_card (gpointer row)
{
  return g_object_get_data (row, CARD_KEY);
}

static gboolean
is_found (SylQuestionsPage *self,
          const SylCard    *card)
{
  g_autofree char *text = g_strjoin ("\n", card->question, card->answer, card->pick_title, NULL);
  g_autofree char *folded = syl_fold_text (text);

  return self->words == NULL || syl_fold_has_words (folded, (const char *const *) self->words);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  return is_found (user_data, get_card (row));
}

static const char *
get_page_name (SylQuestionsPage *self)
{
  if (self->cards->len == 0)
    return "empty";
  for (guint i = 0; i < self->cards->len; i++)
    {
      if (is_found (self, g_ptr_array_index (self->cards, i)))
        return "list";
    }
  return "none";
}

static void
show_page (SylQuestionsPage *self)
{
  if (self->cards == NULL)
    return;

  gtk_widget_set_visible (self->search_box, self->cards->len > 0);
  gtk_stack_set_visible_child_name (self->stack, get_page_name (self));
}

static void
search_changed_cb (SylQuestionsPage *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  self->words = syl_fold_words (gtk_editable_get_text (self->search_entry));
  gtk_list_box_invalidate_filter (self->list_box);
  show_page (self);
}

static void
stop_search_cb (SylQuestionsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
delete_cb (SylQuestionsPage *self,
           GtkWidget        *button)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-card", "s", get_card (button)->uuid);
}

static GtkWidget *
create_button (SylQuestionsPage *self,
               SylCard          *card)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete Question"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !syl_library_get_read_only (self->library));
  g_object_set_data (G_OBJECT (button), CARD_KEY, card);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* The row and its button go before the cards do. */
static GtkWidget *
create_row (SylQuestionsPage *self,
            SylCard          *card,
            const GDate      *today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *due = syl_review_words_dup_due (&card->due, today);
  /* Translators: the title of a pick, and when a question on it is asked again */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s"), card->pick_title, due);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), card->question);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (self, card));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !syl_library_get_read_only (self->library));
  g_object_set_data (G_OBJECT (row), CARD_KEY, card);
  return row;
}

/* Returns: index of the row that has the keyboard; -1 if none does */
static int
find_focus (SylQuestionsPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static gboolean
is_same (const SylCard *a,
         const SylCard *b)
{
  return g_str_equal (a->uuid, b->uuid) && g_str_equal (a->question, b->question) &&
         g_str_equal (a->answer, b->answer) && g_strcmp0 (a->pick_title, b->pick_title) == 0 &&
         g_date_compare (&a->due, &b->due) == 0;
}

/* Much changes that has nothing to do with them, and rows under the pointer are left alone then. */
static gboolean
are_shown (SylQuestionsPage *self,
           GPtrArray        *cards)
{
  if (self->cards == NULL || self->cards->len != cards->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      if (!is_same (g_ptr_array_index (self->cards, i), g_ptr_array_index (cards, i)))
        return FALSE;
    }
  return TRUE;
}

static void
take_cards (SylQuestionsPage *self,
            GPtrArray        *cards)
{
  int focus = self->cards == NULL ? 0 : find_focus (self);
  GtkListBoxRow *row;
  GDate today;

  if (are_shown (self, cards))
    {
      g_ptr_array_unref (cards);
      return;
    }
  gtk_list_box_remove_all (self->list_box);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->cards = cards;
  syl_local_time_get_today (&today);
  for (guint i = 0; i < cards->len; i++)
    gtk_list_box_append (self->list_box, create_row (self, g_ptr_array_index (cards, i), &today));
  show_page (self);
  row = focus >= 0 ? gtk_list_box_get_row_at_index (self->list_box, MIN (focus, (int) cards->len - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *cards = syl_library_load_cards_finish (SYL_LIBRARY (object), result, &error);
  SylQuestionsPage *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (cards != NULL)
    take_cards (self, cards);
  else
    g_message ("The questions could not be read: %s", error->message);
}

/* Not while it is out of sight. */
static void
load (SylQuestionsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  syl_library_load_cards_async (self->library, self->cancellable, loaded_cb, self);
}

static void
row_activated_cb (SylQuestionsPage *self,
                  GtkListBoxRow    *row)
{
  adw_dialog_present (syl_card_dialog_new_for_card (self->library, get_card (row)), GTK_WIDGET (self));
}

static void
syl_questions_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syl_questions_page_parent_class)->map (widget);

  load (SYL_QUESTIONS_PAGE (widget));
}

static void
syl_questions_page_dispose (GObject *object)
{
  SylQuestionsPage *self = SYL_QUESTIONS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_QUESTIONS_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_questions_page_parent_class)->dispose (object);
}

static void
syl_questions_page_finalize (GObject *object)
{
  SylQuestionsPage *self = SYL_QUESTIONS_PAGE (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_strfreev (self->words);

  G_OBJECT_CLASS (syl_questions_page_parent_class)->finalize (object);
}

static void
syl_questions_page_class_init (SylQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_questions_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_questions_page_finalize;
  widget_class->map = syl_questions_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylQuestionsPage, search_box);
  gtk_widget_class_bind_template_child (widget_class, SylQuestionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SylQuestionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SylQuestionsPage, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
syl_questions_page_init (SylQuestionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list_box, filter_row, self, NULL);
}

/**
 * syl_questions_page_new:
 * @library: a library
 *
 * Returns: (transfer floating): a page of all its questions, which it reads when it is looked at
 */
AdwNavigationPage *
syl_questions_page_new (SylLibrary *library)
{
  SylQuestionsPage *self = g_object_new (SYL_TYPE_QUESTIONS_PAGE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
