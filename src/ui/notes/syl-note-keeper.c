/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-note-keeper.h"

#include "syl-words.h"

struct _SylNoteKeeper
{
  GObject parent_instance;

  SylNoteView *view;       /* owned */
  SylLibrary *library;     /* owned, nullable */
  SylPick *pick;           /* owned, nullable */
  GCancellable *loading;   /* owned, nullable */
  unsigned int generation; /* of the note: another pick has another one */
  unsigned int n_saving;   /* texts that are on their way into the library, on whichever pick */
};

G_DEFINE_FINAL_TYPE (SylNoteKeeper, syl_note_keeper, G_TYPE_OBJECT)

static void
stop_loading (SylNoteKeeper *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
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
    return;
  syl_note_view_update_text (self->view, text);
  g_object_set (self->view, "editable", !syl_library_get_read_only (self->library), NULL);
}

/* It may have been written elsewhere, as when it came back out of the trash. What is read while something is
 * being saved may be older than that. */
static void
load (SylNoteKeeper *self)
{
  if (self->library == NULL || self->pick == NULL || self->n_saving > 0)
    return;

  stop_loading (self);
  self->loading = g_cancellable_new ();
  syl_library_load_note_async (self->library, self->pick, self->loading, loaded_cb, self);
}

typedef struct
{
  SylNoteKeeper *keeper; /* owned */
  unsigned int generation;
} Save;

/* A text that could not be saved is not overwritten by the one that was there before. */
static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Save *save = user_data;
  g_autoptr (SylNoteKeeper) self = save->keeper;
  g_autoptr (GError) error = NULL;
  gboolean saved = syl_library_set_note_finish (SYL_LIBRARY (object), result, &error);

  self->n_saving--;
  if (!saved)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-toast", "s", syl_words_for_edit_error (error));
  if (!saved && save->generation == self->generation)
    syl_note_view_set_dirty (self->view);
  else
    load (self);
}

static void
save_cb (SylNoteKeeper *self,
         const char    *text)
{
  Save *save;

  if (self->library == NULL || self->pick == NULL)
    return;

  stop_loading (self);
  self->n_saving++;
  save = g_new (Save, 1);
  save->keeper = g_object_ref (self);
  save->generation = self->generation;
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
syl_note_keeper_class_init (SylNoteKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_note_keeper_dispose;
}

static void
syl_note_keeper_init (SylNoteKeeper *self)
{
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

/**
 * syl_note_keeper_set:
 * @self: a keeper
 * @library: (nullable): a library
 * @pick: (nullable): the pick whose note it is
 *
 * What was typed on the pick before is saved first. Nothing can be typed before the note is there, which
 * it would take the place of.
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
  self->generation++;
  g_object_set (self->view, "editable", FALSE, NULL);
  syl_note_view_set_text (self->view, "");
  load (self);
}
