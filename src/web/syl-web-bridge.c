/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-bridge.h"

#include <json-glib/json-glib.h>

#define RESOURCES "/io/github/syllabus_app/Syllabus/web/"

/* The scripts' world and the name of their handler: neither is to be seen by a page. */
#define WORLD "syllabus"
#define HANDLER "syllabus"

#define MAX_COMMANDS 32
#define MAX_MESSAGES_A_SECOND 50

/* Programs can call scripts in the top frame of a page only, and a PDF is shown in a frame. So it is
 * the scripts that ask for the next thing to do, and the question stands until there is one. */
struct _SylWebBridge
{
  GObject parent_instance;

  WebKitUserContentManager *manager;
  WebKitScriptMessageReply *waiting; /* nullable; the question that stands */
  JSCContext *waiting_context;       /* nullable */
  GQueue commands;                   /* of char*, JSON */
  unsigned int document;             /* number of the document shown */
  gboolean open;                     /* whether there is one */
  gboolean is_pdf;
  gint64 second; /* the one in which messages are counted */
  unsigned int n_messages;
};

enum
{
  READY,
  PLACE,
  FOUND,
  N_SIGNALS,
};

static unsigned int signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylWebBridge, syl_web_bridge, G_TYPE_OBJECT)

static void
drop_waiting (SylWebBridge *self)
{
  g_clear_pointer (&self->waiting, webkit_script_message_reply_unref);
  g_clear_object (&self->waiting_context);
}

static void
reply (WebKitScriptMessageReply *message_reply,
       JSCContext               *context,
       const char               *text)
{
  g_autoptr (JSCValue) value = text != NULL ? jsc_value_new_string (context, text)
                                            : jsc_value_new_null (context);

  webkit_script_message_reply_return_value (message_reply, value);
}

static void
hand_out (SylWebBridge *self)
{
  g_autofree char *command = NULL;

  if (self->waiting == NULL || g_queue_is_empty (&self->commands))
    return;
  command = g_queue_pop_head (&self->commands);
  reply (self->waiting, self->waiting_context, command);
  drop_waiting (self);
}

static JsonBuilder *
begin_command (const char *type)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, type);
  return builder;
}

static void
send_command (SylWebBridge *self,
              JsonBuilder  *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  if (!self->open || g_queue_get_length (&self->commands) >= MAX_COMMANDS)
    return;
  g_queue_push_tail (&self->commands, json_to_string (root, FALSE));
  hand_out (self);
}

/**
 * syl_web_bridge_ask_place:
 * @self: a bridge
 * @request: a number other than 0, which comes back with the answer
 *
 * Asks where the reader is. #SylWebBridge::place answers, unless the page hangs.
 */
void
syl_web_bridge_ask_place (SylWebBridge *self,
                          unsigned int  request)
{
  g_autoptr (JsonBuilder) builder = begin_command ("place");

  json_builder_set_member_name (builder, "request");
  json_builder_add_int_value (builder, request);
  send_command (self, builder);
}

/**
 * syl_web_bridge_restore_place:
 * @self: a bridge
 * @place: a place
 *
 * Goes there, as soon as it is to be found in the page.
 */
void
syl_web_bridge_restore_place (SylWebBridge       *self,
                              const SylPagePlace *place)
{
  g_autoptr (JsonBuilder) builder = begin_command ("restore");

  json_builder_set_member_name (builder, "quote");
  json_builder_add_string_value (builder, place->quote);
  json_builder_set_member_name (builder, "prefix");
  json_builder_add_string_value (builder, place->prefix);
  json_builder_set_member_name (builder, "fraction");
  json_builder_add_double_value (builder, place->fraction);
  json_builder_set_member_name (builder, "page");
  json_builder_add_int_value (builder, place->page);
  send_command (self, builder);
}

/**
 * syl_web_bridge_find:
 * @self: a bridge to a PDF
 * @text: what to look for
 * @again: whether to go on from the present match
 * @backwards: whether to go back
 *
 * Looks for a text in the pages that are not shown, too. #SylWebBridge::found answers.
 */
void
syl_web_bridge_find (SylWebBridge *self,
                     const char   *text,
                     gboolean      again,
                     gboolean      backwards)
{
  g_autoptr (JsonBuilder) builder = begin_command ("find");

  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_set_member_name (builder, "again");
  json_builder_add_boolean_value (builder, again);
  json_builder_set_member_name (builder, "backwards");
  json_builder_add_boolean_value (builder, backwards);
  send_command (self, builder);
}

/**
 * syl_web_bridge_find_finish:
 * @self: a bridge to a PDF
 *
 * Ends looking.
 */
void
syl_web_bridge_find_finish (SylWebBridge *self)
{
  g_autoptr (JsonBuilder) builder = begin_command ("find-finish");

  send_command (self, builder);
}

/**
 * syl_web_bridge_set_zoom:
 * @self: a bridge to a PDF
 * @zoom: 1.0 for pages as wide as the view
 *
 * Makes the pages larger and leaves the viewer's buttons as they are.
 */
void
syl_web_bridge_set_zoom (SylWebBridge *self,
                         double        zoom)
{
  g_autoptr (JsonBuilder) builder = begin_command ("zoom");

  json_builder_set_member_name (builder, "factor");
  json_builder_add_double_value (builder, zoom);
  send_command (self, builder);
}

static gboolean
is_flood (SylWebBridge *self)
{
  gint64 second = g_get_monotonic_time () / G_USEC_PER_SEC;

  if (second != self->second)
    {
      self->second = second;
      self->n_messages = 0;
    }
  return ++self->n_messages > MAX_MESSAGES_A_SECOND;
}

/* A PDF is two documents, that of the address and the frame in it: only the latter has text. */
static void
greet (SylWebBridge             *self,
       const SylWebMessage      *message,
       JSCContext               *context,
       WebKitScriptMessageReply *message_reply)
{
  g_autofree char *number = g_strdup_printf ("%u", self->document);
  gboolean welcome = self->open && message->in_frame == self->is_pdf;

  reply (message_reply, context, welcome ? number : NULL);
  if (welcome)
    {
      drop_waiting (self);
      g_signal_emit (self, signals[READY], 0);
    }
}

static void
take_message (SylWebBridge             *self,
              const SylWebMessage      *message,
              JSCContext               *context,
              WebKitScriptMessageReply *message_reply)
{
  switch (message->type)
    {
    case SYL_WEB_MESSAGE_HELLO:
      greet (self, message, context, message_reply);
      return;
    case SYL_WEB_MESSAGE_NEXT:
      drop_waiting (self);
      self->waiting = webkit_script_message_reply_ref (message_reply);
      self->waiting_context = g_object_ref (context);
      hand_out (self);
      return;
    case SYL_WEB_MESSAGE_PLACE:
      g_signal_emit (self, signals[PLACE], 0, message->request, message->place);
      break;
    case SYL_WEB_MESSAGE_FOUND:
      g_signal_emit (self, signals[FOUND], 0, message->matches);
      break;
    default:
      break;
    }
  reply (message_reply, context, NULL);
}

static gboolean
message_received_cb (SylWebBridge             *self,
                     JSCValue                 *value,
                     WebKitScriptMessageReply *message_reply)
{
  g_autoptr (SylWebMessage) message = NULL;
  g_autofree char *text = NULL;

  if (!is_flood (self) && jsc_value_is_string (value))
    text = jsc_value_to_string (value);
  if (text != NULL)
    message = syl_web_message_parse (text);

  if (message == NULL ||
      (message->type != SYL_WEB_MESSAGE_HELLO &&
       (!self->open || message->document != self->document)))
    webkit_script_message_reply_return_error_message (message_reply, "Not understood");
  else
    take_message (self, message, jsc_value_get_context (value), message_reply);
  return TRUE;
}

/**
 * syl_web_bridge_begin_document:
 * @self: a bridge
 * @is_pdf: whether it is a PDF
 *
 * Another document has taken the place of the one before, whose scripts are listened to no more.
 */
void
syl_web_bridge_begin_document (SylWebBridge *self,
                               gboolean      is_pdf)
{
  syl_web_bridge_end_document (self);
  self->document++;
  self->open = TRUE;
  self->is_pdf = is_pdf;
}

/**
 * syl_web_bridge_end_document:
 * @self: a bridge
 *
 * The document is gone, and no other is there yet.
 */
void
syl_web_bridge_end_document (SylWebBridge *self)
{
  drop_waiting (self);
  g_queue_clear_full (&self->commands, g_free);
  self->open = FALSE;
}

/**
 * syl_web_bridge_get_manager:
 * @self: a bridge
 *
 * Returns: (transfer none): what the view is to be made with
 */
WebKitUserContentManager *
syl_web_bridge_get_manager (SylWebBridge *self)
{
  return self->manager;
}

static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The viewer of PDFs has an origin of its own, which no page can take on. */
static const char *const viewer_only[] = { "webkit-pdfjs-viewer://*/*", NULL };

static void
add_script (SylWebBridge                    *self,
            const char                      *name,
            WebKitUserContentInjectedFrames  frames,
            WebKitUserScriptInjectionTime    moment,
            const char                      *world,
            const char *const               *allowed)
{
  g_autofree char *source = dup_resource (name);
  WebKitUserScript *script;

  if (world != NULL)
    script = webkit_user_script_new_for_world (source, frames, moment, world, allowed, NULL);
  else
    script = webkit_user_script_new (source, frames, moment, allowed, NULL);
  webkit_user_content_manager_add_script (self->manager, script);
  webkit_user_script_unref (script);
}

static void
add_scripts (SylWebBridge *self)
{
  static const char *const shared[] = { "js/dom.js", "js/text.js", "js/place.js", "js/bridge.js" };

  add_script (self, "js/pdf-viewer.js", WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
              WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, NULL, viewer_only);
  add_script (self, "js/pdf-frame.js", WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
              WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, WORLD, viewer_only);
  for (unsigned int i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      add_script (self, shared[i], WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                  WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, WORLD, NULL);
      add_script (self, shared[i], WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                  WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, WORLD, viewer_only);
    }
}

static void
add_style_sheet (SylWebBridge *self)
{
  g_autofree char *source = dup_resource ("css/pdf.css");
  WebKitUserStyleSheet *sheet;

  sheet = webkit_user_style_sheet_new (source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                       WEBKIT_USER_STYLE_LEVEL_USER, viewer_only, NULL);
  webkit_user_content_manager_add_style_sheet (self->manager, sheet);
  webkit_user_style_sheet_unref (sheet);
}

static void
syl_web_bridge_finalize (GObject *object)
{
  SylWebBridge *self = SYL_WEB_BRIDGE (object);

  syl_web_bridge_end_document (self);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (syl_web_bridge_parent_class)->finalize (object);
}

static void
syl_web_bridge_class_init (SylWebBridgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_web_bridge_finalize;

  /**
   * SylWebBridge::ready:
   *
   * The scripts of the document have begun to listen.
   */
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * SylWebBridge::place:
   * @request: the question that is answered, 0 when the reader came to rest unasked
   * @place: where
   */
  signals[PLACE] = g_signal_new ("place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                 SYL_TYPE_PAGE_PLACE | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * SylWebBridge::found:
   * @matches: how many
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
syl_web_bridge_init (SylWebBridge *self)
{
  self->manager = webkit_user_content_manager_new ();
  g_queue_init (&self->commands);

  add_scripts (self);
  add_style_sheet (self);
  /* One manager for each view, and connected first: what is said before is lost. */
  g_signal_connect_object (self->manager, "script-message-with-reply-received::" HANDLER,
                           G_CALLBACK (message_received_cb), self, G_CONNECT_SWAPPED);
  webkit_user_content_manager_register_script_message_handler_with_reply (self->manager, HANDLER,
                                                                          WORLD);
}

/**
 * syl_web_bridge_new:
 *
 * Makes the bridge between a view and the scripts in its pages. On the main thread.
 *
 * Returns: (transfer full): the bridge
 */
SylWebBridge *
syl_web_bridge_new (void)
{
  return g_object_new (SYL_TYPE_WEB_BRIDGE, NULL);
}
