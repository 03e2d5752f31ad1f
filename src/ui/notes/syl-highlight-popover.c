/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-highlight-popover.h"

#include "syl-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "anchor/syl-anchor-selector.h"
#include "notes/syl-highlight-keeper.h"
#include "notes/syl-meaning.h"
#include "notes/syl-note-view.h"
#include "syl-words.h"

/* As wide as it likes to be, and how far it stays from the edges of the window. */
#define WIDTH 320
#define GAP 6

/* So many characters that are as they were stay before those that are not. */
#define N_CONTEXT 24

/* So much of what stood before a highlight tells where it was. */
#define N_POINTS_BEFORE 40

struct _SylHighlightPopover
{
  GtkPopover parent_instance;

  SylLibrary *library;     /* owned */
  SylHighlight *highlight; /* owned */

  GtkBox *meanings;
  GtkWidget *doubt;
  GtkLabel *words_now;
  GtkWidget *keep_button;
  SylNoteView *note_view;
  GtkButton *review_button;
};

G_DEFINE_FINAL_TYPE (SylHighlightPopover, syl_highlight_popover, GTK_TYPE_POPOVER)

static void
report (GtkWidget    *widget,
        const GError *error)
{
  g_message ("A highlight was not saved: %s", error->message);
  gtk_widget_activate_action (widget, "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
meaning_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_set_highlight_meaning_finish (SYL_LIBRARY (object), result, &error))
    report (widget, error);
}

static void
meaning_toggled_cb (SylHighlightPopover *self,
                    GtkToggleButton     *button)
{
  unsigned int meaning = syl_meaning_of_button (GTK_WIDGET (button));

  if (gtk_toggle_button_get_active (button) && meaning != syl_highlight_get_meaning (self->highlight))
    syl_library_set_highlight_meaning_async (self->library, syl_highlight_get_uuid (self->highlight), meaning, NULL,
                                             meaning_saved_cb, g_object_ref (self));
}

/* For what is best asked again. */
static void
update_review (SylHighlightPopover *self)
{
  gboolean in_review = syl_library_has_card_of (self->library, syl_highlight_get_uuid (self->highlight));

  gtk_widget_set_visible (GTK_WIDGET (self->review_button),
                          syl_highlight_get_meaning (self->highlight) == SYL_MEANING_KEY_IDEA);
  gtk_widget_set_sensitive (GTK_WIDGET (self->review_button),
                            !in_review && !syl_library_get_read_only (self->library));
  gtk_button_set_label (self->review_button, in_review ? _("In Review") : _("Add to _Review…"));
}

/* Whether its place is sure. */
static void
update_doubt (SylHighlightPopover *self)
{
  gtk_widget_set_visible (self->doubt, syl_highlight_get_status (self->highlight) == SYL_HIGHLIGHT_MOVED);
}

static void
keep_place_cb (SylHighlightPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.keep-place", "s", syl_highlight_get_uuid (self->highlight));
  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

/* With the note as it is now. */
static void
add_to_review_cb (SylHighlightPopover *self)
{
  syl_note_view_flush (self->note_view);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-to-review", "s", syl_highlight_get_uuid (self->highlight));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
delete_cb (SylHighlightPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-highlight", "s",
                              syl_highlight_get_uuid (self->highlight));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* It is there to be written in. */
static void
syl_highlight_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syl_highlight_popover_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (SYL_HIGHLIGHT_POPOVER (widget)->note_view));
}

static void
syl_highlight_popover_dispose (GObject *object)
{
  SylHighlightPopover *self = SYL_HIGHLIGHT_POPOVER (object);

  if (self->note_view != NULL)
    syl_note_view_flush (self->note_view);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_HIGHLIGHT_POPOVER);
  g_clear_object (&self->highlight);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_highlight_popover_parent_class)->dispose (object);
}

static void
syl_highlight_popover_class_init (SylHighlightPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_highlight_popover_dispose;
  widget_class->map = syl_highlight_popover_map;

  g_type_ensure (SYL_TYPE_NOTE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-highlight-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, meanings);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, doubt);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, words_now);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, keep_button);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, note_view);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightPopover, review_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_to_review_cb);
}

static void
syl_highlight_popover_init (SylHighlightPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_meaning_button (SylHighlightPopover *self,
                       unsigned int         meaning)
{
  GtkWidget *button = syl_meaning_new_button (meaning, syl_meaning_get_name (self->library, meaning));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), syl_highlight_get_meaning (self->highlight) == meaning);
  g_signal_connect_object (button, "toggled", G_CALLBACK (meaning_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_meanings (SylHighlightPopover *self)
{
  GtkWidget *first = NULL;

  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    {
      GtkWidget *button = create_meaning_button (self, i);

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_box_append (self->meanings, button);
    }
}

/**
 * syl_highlight_popover_new:
 * @library: a library
 * @highlight: one of its highlights
 *
 * Returns: (transfer floating): a popover, not shown yet
 */
GtkWidget *
syl_highlight_popover_new (SylLibrary   *library,
                           SylHighlight *highlight)
{
  SylHighlightPopover *self = g_object_new (SYL_TYPE_HIGHLIGHT_POPOVER, NULL);

  self->library = g_object_ref (library);
  self->highlight = g_object_ref (highlight);
  syl_highlight_keeper_add_view (library, highlight, self->note_view);
  gtk_widget_set_sensitive (GTK_WIDGET (self->meanings), !syl_library_get_read_only (library));
  g_object_set (self->note_view, "editable", !syl_library_get_read_only (library), NULL);
  add_meanings (self);
  update_review (self);
  update_doubt (self);
  g_signal_connect_object (highlight, "notify::meaning", G_CALLBACK (update_review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (highlight, "notify::status", G_CALLBACK (update_doubt), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): some words before the first one that differs from those in @old */
static const char *
find_difference (const char *words,
                 const char *old)
{
  const char *at = words;

  while (*at != '\0' && g_utf8_get_char (at) == g_utf8_get_char (old))
    {
      at = g_utf8_next_char (at);
      old = g_utf8_next_char (old);
    }
  for (int i = 0; i < N_CONTEXT && at > words; i++)
    at = g_utf8_prev_char (at);
  while (at > words && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  return at;
}

/* Returns: (transfer full) (nullable): where a lost highlight was, unless the number of its page says so */
static char *
dup_last_place (SylHighlight *highlight)
{
  const char *selectors = syl_highlight_get_selectors (highlight);
  g_autoptr (SylAnchorSelector) selector = syl_anchor_selector_from_json (selectors, strlen (selectors), NULL);
  g_autofree char *words = NULL;

  if (selector != NULL && syl_highlight_get_page (highlight) == 0)
    words = syl_anchor_selector_dup_words_before (selector, N_POINTS_BEFORE);
  if (words == NULL)
    return NULL;

  /* Translators: some words of a page, behind which other words stood that are gone */
  return g_strdup_printf (_("After “…%s”"), words);
}

/* Returns: (transfer full) (nullable): what is different now where it was found */
static char *
dup_words_now (SylHighlight *highlight,
               const char   *words)
{
  const char *difference;

  if (words == NULL || g_str_equal (words, syl_highlight_get_quote (highlight)))
    return NULL;

  difference = find_difference (words, syl_highlight_get_quote (highlight));
  if (difference == words)
    {
      /* Translators: the words that a page has now in the place of those that were highlighted */
      return g_strdup_printf (_("Now: “%s”"), words);
    }
  /* Translators: the same, but only its end, from where the words are other ones */
  return g_strdup_printf (_("Now: “…%s”"), difference);
}

/**
 * syl_highlight_popover_dup_place:
 * @highlight: a highlight
 * @words_now: (nullable): what stands now where it was found, if that is not sure
 *
 * Returns: (transfer full) (nullable): words by which a reader can judge its place, or knows where it was;
 *   %NULL if there is no need
 */
char *
syl_highlight_popover_dup_place (SylHighlight *highlight,
                                 const char   *words_now)
{
  if (syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_ORPHANED)
    return dup_last_place (highlight);
  return dup_words_now (highlight, words_now);
}

/**
 * syl_highlight_popover_set_words_now:
 * @self: a popover beside the page of its highlight
 * @words: (nullable): what stands now where the highlight was found, if its place is not sure
 *
 * Shows them, and lets the reader keep that place.
 */
void
syl_highlight_popover_set_words_now (SylHighlightPopover *self,
                                     const char          *words)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SYL_IS_HIGHLIGHT_POPOVER (self));

  text = syl_highlight_popover_dup_place (self->highlight, words);
  gtk_label_set_label (self->words_now, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words_now), text != NULL);
  gtk_widget_set_visible (self->keep_button, words != NULL && !syl_library_get_read_only (self->library));
}

/* It hangs below the middle of the place, unless it would hang out of the window. */
static void
fit (SylHighlightPopover *self,
     GtkWidget           *root,
     GtkWidget           *parent,
     const GdkRectangle  *place)
{
  int room = gtk_widget_get_width (root) - 2 * GAP;
  int width = MIN (WIDTH, room);
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) place->x + (float) place->width / 2, 0);
  float least = (float) GAP + (float) width / 2;

  gtk_widget_set_size_request (GTK_WIDGET (self), width, -1);
  if (gtk_widget_compute_point (parent, root, &middle, &middle))
    gtk_popover_set_offset (GTK_POPOVER (self),
                            (int) (CLAMP (middle.x, least, least + (float) (room - width)) - middle.x), 0);
}

/**
 * syl_highlight_popover_open:
 * @self: a popover
 * @parent: the widget it shall be in
 * @place: (nullable): the part of @parent that it points to; %NULL for all of it
 *
 * Shows it, within the width of the window. Whoever opens it unparents it, too.
 */
void
syl_highlight_popover_open (SylHighlightPopover *self,
                            GtkWidget           *parent,
                            const GdkRectangle  *place)
{
  GdkRectangle whole = { 0, 0, gtk_widget_get_width (parent), gtk_widget_get_height (parent) };
  GtkRoot *root = gtk_widget_get_root (parent);

  g_return_if_fail (SYL_IS_HIGHLIGHT_POPOVER (self));

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  if (root != NULL)
    fit (self, GTK_WIDGET (root), parent, place != NULL ? place : &whole);
  gtk_popover_popup (GTK_POPOVER (self));
}
