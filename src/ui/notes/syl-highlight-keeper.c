/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-highlight-keeper.h"

#include "syl-words.h"

/* Under which a highlight has it. */
#define KEY "syl-highlight-keeper"

struct _SylHighlightKeeper
{
  GObject parent_instance;

  SylLibrary *library;     /* owned */
  SylHighlight *highlight; /* unowned: this belongs to it */
  SylHighlight *held;      /* owned, nullable: kept with a text that could not be saved */
  char *text;              /* owned, nullable: what the library and the highlight don’t say yet */
  unsigned int n_saving;   /* texts that are on their way there */
  unsigned int serial;     /* of the last of them */
  gboolean is_refused;     /* it could not be saved */
};

enum
{
  SIGNAL_CHANGED, /* the note is another one */
  SIGNAL_REFUSED, /* what was typed last is not saved */
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylHighlightKeeper, syl_highlight_keeper, G_TYPE_OBJECT)

typedef struct
{
  SylHighlight *highlight; /* owned */
  GtkWidget *root;         /* owned: where the view was */
  unsigned int serial;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->highlight);
  g_object_unref (save->root);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static SylHighlightKeeper *
get_keeper (SylHighlight *highlight)
{
  return g_object_get_data (G_OBJECT (highlight), KEY);
}

/* Once all that was written is stored, the note is what the highlight says. */
static void
settle (SylHighlightKeeper *self)
{
  self->n_saving--;
  if (self->n_saving > 0 || self->is_refused)
    return;

  g_clear_pointer (&self->text, g_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* If the highlight can't be read, the text is what is known of its note, until the library says it, too. */
static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  SylHighlightKeeper *self = get_keeper (save->highlight);
  g_autoptr (GError) error = NULL;
  g_autoptr (SylHighlight) highlight = syl_library_find_highlight_finish (SYL_LIBRARY (object), result, &error);

  if (highlight != NULL || g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND))
    settle (self);
  else
    self->n_saving--;
}

/* A text that could not be saved is kept, unless a later one is on its way. */
static void
refuse (SylHighlightKeeper *self,
        const Save         *save)
{
  if (save->serial == self->serial)
    {
      self->is_refused = TRUE;
      g_set_object (&self->held, self->highlight);
      g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
    }
  settle (self);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_set_highlight_note_finish (SYL_LIBRARY (object), result, &error))
    {
      g_message ("A note was not saved: %s", error->message);
      gtk_widget_activate_action (save->root, "win.show-toast", "s", syl_words_for_edit_error (error));
      refuse (get_keeper (save->highlight), save);
      return;
    }

  syl_library_find_highlight_async (SYL_LIBRARY (object), syl_highlight_get_uuid (save->highlight), NULL, read_cb, save);
  g_steal_pointer (&save);
}

static void
save_cb (SylHighlightKeeper *self,
         const char         *text,
         SylNoteView        *view)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (view)));
  Save *save = g_new (Save, 1);

  g_set_str (&self->text, text);
  self->is_refused = FALSE;
  self->n_saving++;
  save->highlight = g_object_ref (self->highlight);
  save->root = g_object_ref (root != NULL ? root : GTK_WIDGET (view));
  save->serial = ++self->serial;
  syl_library_set_highlight_note_async (self->library, syl_highlight_get_uuid (self->highlight), text, NULL,
                                        saved_cb, save);
  g_clear_object (&self->held);
}

/* It was written elsewhere, or an edit was undone. What is on its way is newer. */
static void
note_cb (SylHighlightKeeper *self)
{
  if (self->n_saving == 0 && !self->is_refused && g_strcmp0 (self->text, syl_highlight_get_note (self->highlight)) == 0)
    g_clear_pointer (&self->text, g_free);
  if (self->text == NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
syl_highlight_keeper_dispose (GObject *object)
{
  g_clear_object (&SYL_HIGHLIGHT_KEEPER (object)->library);

  G_OBJECT_CLASS (syl_highlight_keeper_parent_class)->dispose (object);
}

static void
syl_highlight_keeper_finalize (GObject *object)
{
  g_free (SYL_HIGHLIGHT_KEEPER (object)->text);

  G_OBJECT_CLASS (syl_highlight_keeper_parent_class)->finalize (object);
}

static void
syl_highlight_keeper_class_init (SylHighlightKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_highlight_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_highlight_keeper_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
syl_highlight_keeper_init (SylHighlightKeeper *self)
{
}

static SylHighlightKeeper *
ensure_keeper (SylLibrary   *library,
               SylHighlight *highlight)
{
  SylHighlightKeeper *self = get_keeper (highlight);

  if (self != NULL)
    return self;

  self = g_object_new (SYL_TYPE_HIGHLIGHT_KEEPER, NULL);
  self->library = g_object_ref (library);
  self->highlight = highlight;
  g_signal_connect_object (highlight, "notify::note", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (highlight), KEY, self, g_object_unref);
  return self;
}

static const char *
get_text (SylHighlightKeeper *self)
{
  return self->text != NULL ? self->text : syl_highlight_get_note (self->highlight);
}

static void
changed_cb (SylNoteView        *view,
            SylHighlightKeeper *self)
{
  syl_note_view_update_text (view, get_text (self));
}

/* A view that is out of sight must not try it again later, over what another one has saved. */
static void
refused_cb (SylNoteView *view)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    syl_note_view_set_dirty (view);
}

/**
 * syl_highlight_keeper_add_view:
 * @library: a library
 * @highlight: one of its highlights
 * @view: where its note is written, for as long as the view is there
 *
 * Shows the note, or what is to be the note and has not been saved yet. What is typed goes into the library,
 * and what is written elsewhere is shown.
 */
void
syl_highlight_keeper_add_view (SylLibrary   *library,
                               SylHighlight *highlight,
                               SylNoteView  *view)
{
  SylHighlightKeeper *self = ensure_keeper (library, highlight);

  syl_note_view_set_text (view, get_text (self));
  if (self->is_refused)
    syl_note_view_set_dirty (view);
  g_signal_connect_object (view, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "refused", G_CALLBACK (refused_cb), view, G_CONNECT_SWAPPED);
}
