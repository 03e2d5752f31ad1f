/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-note-view.h"

/* What is typed is in the library within a second, so that a crash takes no more than that. */
#define PAUSE_MS 500

struct _SylNoteView
{
  AdwBin parent_instance;

  char *placeholder; /* owned, nullable */
  gboolean editable;
  gboolean loading; /* the change of the text is not the reader’s */
  gboolean dirty;
  guint save_source;

  GtkTextView *text_view;
  GtkTextBuffer *buffer;
};

typedef enum
{
  PROP_PLACEHOLDER = 1,
  PROP_EDITABLE,
} SylNoteViewProps;

static GParamSpec *properties[PROP_EDITABLE + 1];

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylNoteView, syl_note_view, ADW_TYPE_BIN)

static void
pause_cb (gpointer user_data)
{
  SylNoteView *self = user_data;

  self->save_source = 0;
  syl_note_view_flush (self);
}

static void
changed_cb (SylNoteView *self)
{
  if (self->loading)
    return;

  self->dirty = TRUE;
  if (self->save_source == 0)
    self->save_source = g_timeout_add_once (PAUSE_MS, pause_cb, self);
}

static gboolean
is_empty (GtkWidget  *widget,
          const char *text)
{
  return text == NULL || *text == '\0';
}

/* It is what those who listen know the field by. */
static void
take_placeholder (SylNoteView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->placeholder != NULL ? self->placeholder : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

static void
syl_note_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SylNoteView *self = SYL_NOTE_VIEW (object);

  switch ((SylNoteViewProps) property_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    }
}

static void
syl_note_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SylNoteView *self = SYL_NOTE_VIEW (object);

  switch ((SylNoteViewProps) property_id)
    {
    case PROP_PLACEHOLDER:
      if (g_set_str (&self->placeholder, g_value_get_string (value)))
        take_placeholder (self);
      break;
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
syl_note_view_unmap (GtkWidget *widget)
{
  syl_note_view_flush (SYL_NOTE_VIEW (widget));

  GTK_WIDGET_CLASS (syl_note_view_parent_class)->unmap (widget);
}

static gboolean
syl_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SYL_NOTE_VIEW (widget)->text_view));
}

static void
syl_note_view_dispose (GObject *object)
{
  SylNoteView *self = SYL_NOTE_VIEW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_NOTE_VIEW);

  G_OBJECT_CLASS (syl_note_view_parent_class)->dispose (object);
}

static void
syl_note_view_finalize (GObject *object)
{
  g_free (SYL_NOTE_VIEW (object)->placeholder);

  G_OBJECT_CLASS (syl_note_view_parent_class)->finalize (object);
}

static void
syl_note_view_class_init (SylNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_note_view_dispose;
  object_class->finalize = syl_note_view_finalize;
  object_class->get_property = syl_note_view_get_property;
  object_class->set_property = syl_note_view_set_property;
  widget_class->unmap = syl_note_view_unmap;
  widget_class->grab_focus = syl_note_view_grab_focus;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SylNoteView, text_view);
  gtk_widget_class_bind_template_child (widget_class, SylNoteView, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_empty);
}

static void
syl_note_view_init (SylNoteView *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_note_view_set_text:
 * @self: a view
 * @text: the note as it is in the library; what was typed before has to be flushed first
 *
 * Undo does not lead back to the note before.
 */
void
syl_note_view_set_text (SylNoteView *self,
                        const char  *text)
{
  g_return_if_fail (SYL_IS_NOTE_VIEW (self));

  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->loading = FALSE;
  self->dirty = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
}

/**
 * syl_note_view_update_text:
 * @self: a view
 * @text: the note as it is in the library by now
 *
 * Shows it, unless it is shown already or there is something to save.
 */
void
syl_note_view_update_text (SylNoteView *self,
                           const char  *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (SYL_IS_NOTE_VIEW (self));

  g_object_get (self->buffer, "text", &shown, NULL);
  if (!self->dirty && g_strcmp0 (shown, text) != 0)
    syl_note_view_set_text (self, text);
}

/**
 * syl_note_view_set_dirty:
 * @self: a view
 *
 * Says that what is shown is not saved after all. It is tried again with the next change, or when the
 * view goes out of sight.
 */
void
syl_note_view_set_dirty (SylNoteView *self)
{
  g_return_if_fail (SYL_IS_NOTE_VIEW (self));

  self->dirty = TRUE;
}

/**
 * syl_note_view_flush:
 * @self: a view
 *
 * Saves at once what the reader has changed.
 */
void
syl_note_view_flush (SylNoteView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SYL_IS_NOTE_VIEW (self));

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  g_object_get (self->buffer, "text", &text, NULL);
  g_signal_emit (self, signals[SIGNAL_SAVE], 0, text);
}
