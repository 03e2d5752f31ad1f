/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-study.h"

#include "passes/syl-focus-watch.h"
#include "syl-words.h"

struct _SylStudy
{
  GObject parent_instance;

  SylLibrary *library;   /* owned, nullable */
  SylPick *pick;         /* owned, nullable */
  SylMethod *method;     /* owned, nullable: until it is read */
  GCancellable *loading; /* owned, nullable */
  SylFocusTimer *timer;  /* owned */
  SylFocusWatch *watch;  /* owned, nullable */
  unsigned int n_saving; /* edits on their way: what is read now may be older than they */
  unsigned int seconds;  /* the most that was shown of the pick */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_PAGE,
  PROP_COUNT_TIME,
} SylStudyProps;

static GParamSpec *properties[PROP_COUNT_TIME + 1];

enum
{
  SIGNAL_LEAVE,
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylStudy, syl_study, G_TYPE_OBJECT)

/* The one begun last, where several are. */
static unsigned int
get_pass (SylStudy *self)
{
  unsigned int pass = 0;

  for (unsigned int i = 0; self->method != NULL && i < SYL_N_PASSES; i++)
    {
      if (self->method->passes[i] == SYL_PASS_STATE_BEGUN)
        pass = i + 1;
    }
  return pass;
}

static void
take_method (SylStudy  *self,
             SylMethod *method)
{
  g_clear_pointer (&self->method, syl_method_free);
  self->method = method;
  syl_focus_timer_read (self->timer, (GObject *) self->pick, get_pass (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylMethod *method = syl_library_load_method_finish (SYL_LIBRARY (object), result, &error);
  SylStudy *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (method != NULL)
    take_method (self, method);
  else
    g_message ("The passes could not be read: %s", error->message);
}

static void
stop_loading (SylStudy *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load (SylStudy *self)
{
  stop_loading (self);
  if (self->library == NULL || self->pick == NULL || self->n_saving > 0)
    return;

  self->loading = g_cancellable_new ();
  syl_library_load_method_async (self->library, self->pick, self->loading, loaded_cb, self);
}

/* An edit of a pick that may have been left by the time it is stored. */
static void
begin_saving (SylStudy *self)
{
  self->n_saving++;
  stop_loading (self);
}

static void
end_saving (SylStudy     *self,
            const GError *error)
{
  self->n_saving--;
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, syl_words_for_edit_error (error));
  load (self);
}

static void
pass_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SylStudy) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_set_pass_finish (SYL_LIBRARY (object), result, &error);
  end_saving (self, error);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylStudy) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_set_answer_finish (SYL_LIBRARY (object), result, &error);
  end_saving (self, error);
}

/* The reader did not ask for it, and is not told. */
static void
session_stored_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_add_session_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The reading time was not stored: %s", error->message);
}

static void
session_cb (SylStudy     *self,
            SylPick      *pick,
            unsigned int  pass,
            GDateTime    *started,
            unsigned int  seconds)
{
  if (self->library != NULL && !syl_library_get_read_only (self->library))
    syl_library_add_session_async (self->library, pick, pass, started, seconds, NULL, session_stored_cb, NULL);
}

/* What was counted and not stored is a part of what the reader wanted to be gone. */
static void
sessions_deleted_cb (SylStudy *self)
{
  syl_focus_timer_drop (self->timer);
  self->seconds = 0;
  for (unsigned int i = 0; self->method != NULL && i <= SYL_N_PASSES; i++)
    self->method->seconds[i] = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_library (SylStudy   *self,
             SylLibrary *library)
{
  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "sessions-deleted", G_CALLBACK (sessions_deleted_cb), self, G_CONNECT_SWAPPED);
    }
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
set_pick (SylStudy *self,
          SylPick  *pick)
{
  if (self->pick == pick)
    return;

  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
  g_set_object (&self->pick, pick);
  self->seconds = 0;
  take_method (self, NULL);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}

static void
set_page (SylStudy  *self,
          GtkWidget *page)
{
  g_clear_object (&self->watch);
  if (page != NULL)
    self->watch = syl_focus_watch_new (self->timer, page);
}

static void
syl_study_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SylStudy *self = SYL_STUDY (object);

  switch ((SylStudyProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_COUNT_TIME:
      g_value_set_boolean (value, syl_focus_timer_get_enabled (self->timer));
      break;
    case PROP_PAGE:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
syl_study_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  SylStudy *self = SYL_STUDY (object);

  switch ((SylStudyProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_PICK:
      set_pick (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      set_page (self, g_value_get_object (value));
      break;
    case PROP_COUNT_TIME:
      syl_focus_timer_set_enabled (self->timer, g_value_get_boolean (value));
      break;
    }
}

static void
syl_study_dispose (GObject *object)
{
  SylStudy *self = SYL_STUDY (object);

  stop_loading (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->timer);
  g_clear_pointer (&self->method, syl_method_free);
  g_clear_object (&self->pick);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_study_parent_class)->dispose (object);
}

static void
syl_study_class_init (SylStudyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_study_dispose;
  object_class->get_property = syl_study_get_property;
  object_class->set_property = syl_study_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT_TIME] = g_param_spec_boolean ("count-time", NULL, NULL, TRUE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
}

static void
syl_study_init (SylStudy *self)
{
  self->timer = syl_focus_timer_new (NULL);
  g_signal_connect_object (self->timer, "session", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
}

/**
 * syl_study_get_library:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): where it is stored
 */
SylLibrary *
syl_study_get_library (SylStudy *self)
{
  g_return_val_if_fail (SYL_IS_STUDY (self), NULL);

  return self->library;
}

/**
 * syl_study_get_pick:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): what is read
 */
SylPick *
syl_study_get_pick (SylStudy *self)
{
  g_return_val_if_fail (SYL_IS_STUDY (self), NULL);

  return self->pick;
}

/**
 * syl_study_get_method:
 * @self: a study
 *
 * Returns: (transfer none) (nullable): passes, answers and stored time, as soon as they are read
 */
const SylMethod *
syl_study_get_method (SylStudy *self)
{
  g_return_val_if_fail (SYL_IS_STUDY (self), NULL);

  return self->method;
}

/**
 * syl_study_get_timer:
 * @self: a study
 *
 * Returns: (transfer none): what counts the time
 */
SylFocusTimer *
syl_study_get_timer (SylStudy *self)
{
  g_return_val_if_fail (SYL_IS_STUDY (self), NULL);

  return self->timer;
}

/**
 * syl_study_get_seconds:
 * @self: a study
 *
 * Returns: focused time of the pick, with what is not stored yet; it does not go back while a piece is on
 *   its way
 */
unsigned int
syl_study_get_seconds (SylStudy *self)
{
  guint64 seconds;

  g_return_val_if_fail (SYL_IS_STUDY (self), 0);

  seconds = syl_focus_timer_get_seconds (self->timer);
  for (unsigned int i = 0; self->method != NULL && i <= SYL_N_PASSES; i++)
    seconds += self->method->seconds[i];
  self->seconds = MAX (self->seconds, (unsigned int) MIN (seconds, G_MAXUINT));
  return self->seconds;
}

/**
 * syl_study_get_editable:
 * @self: a study
 *
 * Returns: whether there is something that can be written
 */
gboolean
syl_study_get_editable (SylStudy *self)
{
  g_return_val_if_fail (SYL_IS_STUDY (self), FALSE);

  return self->library != NULL && self->pick != NULL && !syl_library_get_read_only (self->library);
}

/**
 * syl_study_set_pass:
 * @self: a study
 * @number: 1 to 3
 * @state: how far the reader is with that pass
 */
void
syl_study_set_pass (SylStudy     *self,
                    unsigned int  number,
                    SylPassState  state)
{
  g_return_if_fail (SYL_IS_STUDY (self));

  if (!syl_study_get_editable (self))
    return;

  begin_saving (self);
  syl_library_set_pass_async (self->library, self->pick, number, state, NULL, pass_cb, g_object_ref (self));
}

/**
 * syl_study_set_answer:
 * @self: a study
 * @question: a question
 * @text: what the reader answers, "" for nothing
 */
void
syl_study_set_answer (SylStudy    *self,
                      SylQuestion  question,
                      const char  *text)
{
  g_return_if_fail (SYL_IS_STUDY (self));

  if (!syl_study_get_editable (self))
    return;

  begin_saving (self);
  syl_library_set_answer_async (self->library, self->pick, question, text, NULL, answer_cb, g_object_ref (self));
}
