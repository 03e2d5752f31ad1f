/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-note-keeper.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

struct _SylNoteKeeper
{
  GObject parent_instance;

  SylNoteView *view;     /* owned */
  SylLibrary *library;   /* owned, nullable */
  SylPick *pick;         /* owned, nullable */
  GCancellable *loading; /* owned, nullable */
  GHashTable *unsaved;   /* gint64 of a pick → Unsaved, owned */
};

G_DEFINE_FINAL_TYPE (SylNoteKeeper, syl_note_keeper, G_TYPE_OBJECT)

/* The note on a pick, which the library doesn’t have yet. */
typedef struct
{
  char *text;            /* owned */
  unsigned int n_saving; /* texts that are on their way into the library */
  unsigned int serial;   /* of the last of them */
  gboolean is_refused;   /* it could not be saved */
} Unsaved;

static void
unsaved_free (gpointer data)
{
  Unsaved *unsaved = data;

  g_free (unsaved->text);
  g_free (unsaved);
}

static Unsaved *
find_unsaved (SylNoteKeeper *self,
              SylPick       *pick)
{
  gint64 id = syl_pick_get_id (pick);

  return g_hash_table_lookup (self->unsaved, &id);
}

static Unsaved *
ensure_unsaved (SylNoteKeeper *self,
                SylPick       *pick)
{
  Unsaved *unsaved = find_unsaved (self, pick);
  gint64 id = syl_pick_get_id (pick);

  if (unsaved != NULL)
    return unsaved;
  unsaved = g_new0 (Unsaved, 1);
  g_hash_table_insert (self->unsaved, g_memdup2 (&id, sizeof id), unsaved);
  return unsaved;
}

static void
forget_saved (SylNoteKeeper *self,
              SylPick       *pick)
{
  Unsaved *unsaved = find_unsaved (self, pick);
  gint64 id = syl_pick_get_id (pick);

  if (unsaved->n_saving == 0 && !unsaved->is_refused)
    g_hash_table_remove (self->unsaved, &id);
}

static void
stop_loading (SylNoteKeeper *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
allow_typing (SylNoteKeeper *self)
{
  g_object_set (self->view, "editable", !syl_library_get_read_only (self->library), NULL);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = syl_library_load_note_finish (SYL_LIBRARY (object), result, &error);
  SylNoteKeeper *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (text == NULL)
    {
      g_message ("A note was not read: %s", error->message);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-toast", "s", _("The note could not be read"));
      return;
    }
  syl_note_view_update_text (self->view, text);
  allow_typing (self);
}

/* It may have been written elsewhere, as when it came back out of the trash. What is read while something is
 * being saved may be older than that. */
static void
load (SylNoteKeeper *self)
{
  if (self->library == NULL || self->pick == NULL || find_unsaved (self, self->pick) != NULL)
    return;

  stop_loading (self);
  self->loading = g_cancellable_new ();
  syl_library_load_note_async (self->library, self->pick, self->loading, loaded_cb, self);
}

typedef struct
{
  SylNoteKeeper *keeper; /* owned */
  SylPick *pick;         /* owned */
  GtkWidget *root;       /* owned: where the view was */
  unsigned int serial;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->keeper);
  g_object_unref (save->pick);
  g_object_unref (save->root);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* A text that could not be saved is kept, and tried again, unless a later one is on its way. */
static void
refuse (Save         *save,
        Unsaved      *unsaved,
        const GError *error)
{
  SylNoteKeeper *self = save->keeper;

  gtk_widget_activate_action (save->root, "win.show-toast", "s", syl_words_for_edit_error (error));
  if (save->serial != unsaved->serial)
    return;
  unsaved->is_refused = TRUE;
  if (self->pick == save->pick)
    syl_note_view_set_dirty (self->view);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  SylNoteKeeper *self = save->keeper;
  Unsaved *unsaved = find_unsaved (self, save->pick);
  g_autoptr (GError) error = NULL;

  unsaved->n_saving--;
  if (!syl_library_set_note_finish (SYL_LIBRARY (object), result, &error))
    refuse (save, unsaved, error);
  forget_saved (self, save->pick);
  if (self->pick == save->pick)
    load (self);
}

static void
save_cb (SylNoteKeeper *self,
         const char    *text)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->view)));
  Unsaved *unsaved;
  Save *save;

  if (self->library == NULL || self->pick == NULL)
    return;

  stop_loading (self);
  unsaved = ensure_unsaved (self, self->pick);
  g_set_str (&unsaved->text, text);
  unsaved->is_refused = FALSE;
  unsaved->n_saving++;
  save = g_new (Save, 1);
  save->keeper = g_object_ref (self);
  save->pick = g_object_ref (self->pick);
  save->root = g_object_ref (root != NULL ? root : GTK_WIDGET (self->view));
  save->serial = ++unsaved->serial;
  syl_library_set_note_async (self->library, self->pick, text, NULL, saved_cb, save);
}

static void
syl_note_keeper_dispose (GObject *object)
{
  SylNoteKeeper *self = SYL_NOTE_KEEPER (object);

  stop_loading (self);
  g_clear_object (&self->view);
  g_clear_object (&self->pick);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_note_keeper_parent_class)->dispose (object);
}

static void
syl_note_keeper_finalize (GObject *object)
{
  g_hash_table_unref (SYL_NOTE_KEEPER (object)->unsaved);

  G_OBJECT_CLASS (syl_note_keeper_parent_class)->finalize (object);
}

static void
syl_note_keeper_class_init (SylNoteKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_note_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_note_keeper_finalize;
}

static void
syl_note_keeper_init (SylNoteKeeper *self)
{
  self->unsaved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unsaved_free);
}

/**
 * syl_note_keeper_new:
 * @view: where the note is written
 *
 * Returns: (transfer full): a keeper, without a pick
 */
SylNoteKeeper *
syl_note_keeper_new (SylNoteView *view)
{
  SylNoteKeeper *self = g_object_new (SYL_TYPE_NOTE_KEEPER, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
set_library (SylNoteKeeper *self,
             SylLibrary    *library)
{
  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library == NULL)
    return;

  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/* Nothing can be typed before the note is there, which it would take the place of. */
static void
show_note (SylNoteKeeper *self)
{
  Unsaved *unsaved = self->pick != NULL ? find_unsaved (self, self->pick) : NULL;

  g_object_set (self->view, "editable", FALSE, NULL);
  syl_note_view_set_text (self->view, unsaved != NULL ? unsaved->text : "");
  if (unsaved == NULL)
    {
      load (self);
      return;
    }
  if (unsaved->is_refused)
    syl_note_view_set_dirty (self->view);
  allow_typing (self);
}

/**
 * syl_note_keeper_set:
 * @self: a keeper
 * @library: (nullable): a library
 * @pick: (nullable): the pick whose note it is
 *
 * What was typed on the pick before is saved first. A text that could not be saved is there again with its
 * pick.
 */
void
syl_note_keeper_set (SylNoteKeeper *self,
                     SylLibrary    *library,
                     SylPick       *pick)
{
  g_return_if_fail (SYL_IS_NOTE_KEEPER (self));

  if (self->library == library && self->pick == pick)
    return;

  syl_note_view_flush (self->view);
  stop_loading (self);
  set_library (self, library);
  g_set_object (&self->pick, pick);
  show_note (self);
}
